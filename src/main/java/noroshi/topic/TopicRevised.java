package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A topic has a new version. */
public record TopicRevised(UUID topic, int version, Instant at) implements DomainEvent {}
