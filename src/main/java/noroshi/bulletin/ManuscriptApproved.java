package noroshi.bulletin;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A second person agreed with a manuscript. */
public record ManuscriptApproved(UUID manuscript, UUID by, Instant at) implements DomainEvent {}
