package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The administrators of an organisation are asked whether somebody who does not come still takes part. */
public record PersonAsked(UUID person, UUID organisation, Instant at) implements DomainEvent {}
