package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A matter stands elsewhere now. */
public record MatterMoved(UUID topic, Status status, Instant at) implements DomainEvent {}
