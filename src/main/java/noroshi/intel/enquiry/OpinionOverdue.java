package noroshi.intel.enquiry;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The time of a provider that was asked is over, and it has not answered. */
public record OpinionOverdue(UUID enquiry, Instant at) implements DomainEvent {}
