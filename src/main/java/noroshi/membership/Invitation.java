package noroshi.membership;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Role;

/** An invitation that is still open. */
public record Invitation(
        UUID id, OrganisationName organisation, String name, String email, Set<Role> roles, Instant endsAt) {
    public Invitation {
        roles = Set.copyOf(roles);
    }
}
