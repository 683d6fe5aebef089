package noroshi.bulletin;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A second review is still missing, and was chased once more. */
public record ReviewChased(UUID topic, int version, String step, Instant at) implements DomainEvent {}
