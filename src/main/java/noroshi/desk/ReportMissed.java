package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A report upwards was due and has not been sent. */
public record ReportMissed(UUID missed, Instant at) implements DomainEvent {}
