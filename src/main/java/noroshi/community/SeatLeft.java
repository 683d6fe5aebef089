package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody left a community or was asked to. */
public record SeatLeft(UUID community, UUID person, UUID by, Instant at) implements DomainEvent {}
