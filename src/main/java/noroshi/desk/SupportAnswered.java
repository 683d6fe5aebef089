package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** An agency accepted, declined, or helps in part. */
public record SupportAnswered(UUID topic, UUID support, Support.Verdict verdict, Instant at) implements DomainEvent {}
