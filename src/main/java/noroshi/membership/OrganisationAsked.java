package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The administrators of an organisation of which nobody comes are asked whether it still takes part. */
public record OrganisationAsked(UUID organisation, Instant at) implements DomainEvent {}
