package noroshi.intel.enquiry;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Providers are asked what they think of a value. */
public record OpinionAsked(UUID enquiry, Instant at) implements DomainEvent {}
