package noroshi.membership;

import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A colleague takes over from somebody who moves, who still sits where they sat. */
public record SeatPassedOn(UUID person, UUID successor) implements DomainEvent {}
