package noroshi.bulletin;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The second review of an urgent bulletin was given. */
public record BulletinReviewed(UUID topic, int version, boolean objected, Instant at) implements DomainEvent {}
