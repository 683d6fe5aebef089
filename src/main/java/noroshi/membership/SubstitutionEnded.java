package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Standing in was ended before its time, by one of the two or by who administers their organisation. */
public record SubstitutionEnded(UUID organisation, UUID substitution, UUID by, Instant at) implements DomainEvent {}
