package noroshi.membership;

import java.util.Set;
import java.util.UUID;
import noroshi.shared.Role;

/** Whom to invite where, and what their seat will allow. */
public record NewInvitation(UUID organisation, String name, String email, Set<Role> roles) {
    public NewInvitation {
        roles = Set.copyOf(roles);
    }
}
