package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The reporter told more. */
public record MatterUpdated(UUID topic, int version, Instant at) implements DomainEvent {}
