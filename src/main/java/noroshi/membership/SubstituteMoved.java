package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody moved away who stood in for a colleague, or for whom a colleague stood in. */
public record SubstituteMoved(UUID organisation, UUID person, Instant at) implements DomainEvent {}
