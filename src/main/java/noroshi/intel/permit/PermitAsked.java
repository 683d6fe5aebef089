package noroshi.intel.permit;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A source is asked whether something may be brought to a provider. */
public record PermitAsked(UUID permit, Instant at) implements DomainEvent {}
