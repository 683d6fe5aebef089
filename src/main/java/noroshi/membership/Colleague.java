package noroshi.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Role;

/**
 * A person in the list of an organisation's people.
 *
 * @param window whether they hold the organisation's window
 */
public record Colleague(
        Person person, UUID seat, Set<Role> roles, boolean window, Instant since, Optional<Instant> lastSeen) {
    public Colleague {
        roles = Set.copyOf(roles);
    }
}
