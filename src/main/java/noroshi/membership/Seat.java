package noroshi.membership;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Role;

/** A person's place in an organisation, with what it allows; in force today. */
public record Seat(UUID id, UUID person, OrganisationName organisation, Set<Role> roles, Instant since) {
    public Seat {
        roles = Set.copyOf(roles);
    }

    /** The person acting from this seat. */
    public Actor actor(String via) {
        return new Actor(person, organisation.id(), roles, via);
    }
}
