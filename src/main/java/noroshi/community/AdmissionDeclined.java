package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A lead declined a request. */
public record AdmissionDeclined(UUID community, UUID person, UUID by, Instant at) implements DomainEvent {}
