package noroshi.membership;

import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A person gave up their seat in an organisation, to move to another or for good, and may sit elsewhere all the same. */
public record SeatEnded(UUID person, UUID organisation) implements DomainEvent {}
