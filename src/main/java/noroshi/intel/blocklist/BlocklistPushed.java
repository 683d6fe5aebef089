package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Organisations are asked to block what is in a list. */
public record BlocklistPushed(UUID list, Instant at) implements DomainEvent {}
