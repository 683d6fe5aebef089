package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody answered in a topic. */
public record CommentPosted(UUID topic, UUID comment, Instant at) implements DomainEvent {}
