package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody gave up their seat, who may have stood in for a colleague there, or for whom a colleague stood in. */
public record SubstituteLeft(UUID organisation, UUID person, Instant at) implements DomainEvent {}
