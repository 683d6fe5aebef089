package noroshi.intel.enquiry;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Providers who have not answered are asked again. */
public record OpinionReminded(UUID enquiry, Instant at) implements DomainEvent {}
