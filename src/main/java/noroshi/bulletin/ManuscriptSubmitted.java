package noroshi.bulletin;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A second person is asked to read a manuscript. */
public record ManuscriptSubmitted(UUID manuscript, UUID by, Instant at) implements DomainEvent {}
