package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A kept search found something new that its owner may read. */
public record SearchMatched(UUID search, UUID person, UUID topic, Instant at) implements DomainEvent {}
