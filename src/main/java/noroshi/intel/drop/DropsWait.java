package noroshi.intel.drop;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Something came by mail and waits for a person, for the first time in a while. */
public record DropsWait(UUID mail, Instant at) implements DomainEvent {}
