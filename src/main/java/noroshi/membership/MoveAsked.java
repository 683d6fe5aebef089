package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** An organisation is asked to take somebody in who moves there. */
public record MoveAsked(UUID person, UUID to, Instant at) implements DomainEvent {}
