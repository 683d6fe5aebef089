package noroshi.bulletin;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A bulletin, or its next version, reached its readers. */
public record BulletinPublished(UUID topic, int version, boolean urgent, Instant at) implements DomainEvent {}
