package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The Centre answered. */
public record MatterAnswered(UUID topic, UUID comment, Instant at) implements DomainEvent {}
