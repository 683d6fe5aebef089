package noroshi.intel.enquiry;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A provider has said what it thinks of a value. */
public record OpinionGiven(UUID enquiry, Instant at) implements DomainEvent {}
