package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody came into a community. */
public record SeatTaken(UUID community, UUID person, UUID by, Instant at) implements DomainEvent {}
