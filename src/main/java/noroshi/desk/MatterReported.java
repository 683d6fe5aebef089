package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A matter came to the desk and to everybody who was to be told. */
public record MatterReported(UUID topic, Instant at) implements DomainEvent {}
