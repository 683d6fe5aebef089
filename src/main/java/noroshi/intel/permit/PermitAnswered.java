package noroshi.intel.permit;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A source has answered, or taken its word back. */
public record PermitAnswered(UUID permit, boolean revoked, Instant at) implements DomainEvent {}
