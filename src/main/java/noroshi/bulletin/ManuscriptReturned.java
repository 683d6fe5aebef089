package noroshi.bulletin;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A manuscript came back to its writers. */
public record ManuscriptReturned(UUID manuscript, UUID by, Instant at) implements DomainEvent {}
