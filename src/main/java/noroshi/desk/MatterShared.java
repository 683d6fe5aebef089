package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** One more organisation reads a matter. */
public record MatterShared(UUID topic, UUID organisation, Instant at) implements DomainEvent {}
