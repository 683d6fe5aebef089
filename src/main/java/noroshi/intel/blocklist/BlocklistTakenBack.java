package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Something of a list was taken back; whoever blocks it is to let it go. */
public record BlocklistTakenBack(UUID list, Instant at) implements DomainEvent {}
