package noroshi.membership.signin;

import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.site.Reader;

/**
 * A signed-in browser, as of this request.
 *
 * @param stale whether the time it was last seen should be written
 * @param reader the person as every page shows them
 */
public record Session(UUID id, Actor actor, Set<Factor> factors, boolean stale, Reader reader) {
    public Session {
        factors = Set.copyOf(factors);
    }

    /** Enough to act and read, not only to register a way of signing in. */
    public boolean suffices() {
        return Factor.suffice(factors);
    }
}
