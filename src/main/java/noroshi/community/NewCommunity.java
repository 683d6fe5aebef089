package noroshi.community;

import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.shared.RuleBroken;

/** A community about to be founded, with the person who will lead it first. */
public record NewCommunity(String code, Community.Kind kind, Profile profile, UUID lead) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,40}");

    public NewCommunity {
        if (!CODE.matcher(code).matches()) {
            throw new RuleBroken("community.code-malformed");
        }
    }
}
