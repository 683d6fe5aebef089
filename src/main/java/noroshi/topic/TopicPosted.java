package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A topic reached its readers for the first time. */
public record TopicPosted(UUID topic, Kind kind, Instant at) implements DomainEvent {}
