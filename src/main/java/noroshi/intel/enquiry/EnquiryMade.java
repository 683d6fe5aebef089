package noroshi.intel.enquiry;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/**
 * A member asks the Centre about something suspicious.
 *
 * @param enquiry one of what was asked at once
 */
public record EnquiryMade(UUID enquiry, Instant at) implements DomainEvent {}
