package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** An agency was asked for help and has not answered in time: it is told once more. */
public record SupportReminded(UUID topic, UUID support, UUID organisation, Instant at) implements DomainEvent {}
