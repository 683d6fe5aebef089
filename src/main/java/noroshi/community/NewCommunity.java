package noroshi.community;

import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.shared.RuleBroken;

/**
 * A community about to be founded, with the person who will lead it first.
 *
 * @param everyone whether it is the one of all participating organisations, which is open
 */
public record NewCommunity(String code, Community.Kind kind, Profile profile, UUID lead, boolean everyone) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,40}");

    public NewCommunity {
        if (!CODE.matcher(code).matches()) {
            throw new RuleBroken("community.code-malformed");
        }
        if (everyone) {
            kind = Community.Kind.OPEN;
        }
    }

    /** One that people join, or are let into. */
    public NewCommunity(String code, Community.Kind kind, Profile profile, UUID lead) {
        this(code, kind, profile, lead, false);
    }
}
