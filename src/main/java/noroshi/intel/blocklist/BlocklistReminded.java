package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Whoever has not answered about a list is asked again. */
public record BlocklistReminded(UUID list, Instant at) implements DomainEvent {}
