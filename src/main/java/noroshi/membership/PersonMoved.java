package noroshi.membership;

import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A person left one organisation for another, and keeps their login and passkeys. */
public record PersonMoved(UUID person, UUID from, UUID to) implements DomainEvent {}
