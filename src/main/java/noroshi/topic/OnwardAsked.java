package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A reader asked the source to share onward. */
public record OnwardAsked(UUID topic, UUID request, UUID by, Instant at) implements DomainEvent {}
