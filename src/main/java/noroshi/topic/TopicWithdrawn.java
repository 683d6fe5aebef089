package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A topic was withdrawn. */
public record TopicWithdrawn(UUID topic, Instant at) implements DomainEvent {}
