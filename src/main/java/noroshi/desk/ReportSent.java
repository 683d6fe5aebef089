package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A report upwards was approved and sent. */
public record ReportSent(UUID report, Instant at) implements DomainEvent {}
