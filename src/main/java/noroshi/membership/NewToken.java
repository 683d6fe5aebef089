package noroshi.membership;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** A token to be made for an organisation's machine. */
public record NewToken(UUID organisation, String label, Set<Scope> scopes, Duration validity) {
    public NewToken {
        scopes = Set.copyOf(scopes);
    }
}
