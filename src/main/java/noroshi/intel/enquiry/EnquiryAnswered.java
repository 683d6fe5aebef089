package noroshi.intel.enquiry;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The Centre has answered whoever asked. */
public record EnquiryAnswered(UUID enquiry, Instant at) implements DomainEvent {}
