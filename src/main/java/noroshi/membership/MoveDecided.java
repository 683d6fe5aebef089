package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A move was accepted by the side somebody goes to, or let be by either side. */
public record MoveDecided(UUID move, UUID person, boolean accepted, Instant at) implements DomainEvent {}
