package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody who does not come hears that their organisation is asked about them. */
public record PersonReminded(UUID person, UUID organisation, Instant at) implements DomainEvent {}
