package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody's day has come: their old seat has ended and the new one begun. */
public record PersonMoved(UUID move, UUID person, Instant at) implements DomainEvent {}
