package noroshi.intel;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Values that machines of some organisations got are said to them no longer. */
public record ValuesTakenBack(UUID run, Instant at) implements DomainEvent {}
