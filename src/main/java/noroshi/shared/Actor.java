package noroshi.shared;

import java.util.Set;
import java.util.UUID;

/**
 * The person (or service account) on whose behalf the platform acts, in the one seat they act from.
 *
 * <p>Reading is the union of all of the person's seats and is decided in the database; acting names one seat.
 *
 * @param person id of the person or service account
 * @param organisation id of the organisation of the acting seat
 * @param roles what the acting seat allows
 * @param via the way in: {@code web}, {@code api}, {@code cli} or {@code job}
 */
public record Actor(UUID person, UUID organisation, Set<Role> roles, String via) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Refuses with {@link NotAllowed} unless the acting seat holds one of the roles. */
    public void require(Role... anyOf) {
        for (var role : anyOf) {
            if (is(role)) {
                return;
            }
        }
        throw new NotAllowed();
    }
}
