package noroshi.membership;

import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A person has taken a seat in an organisation. */
public record PersonSeated(UUID person, UUID organisation) implements DomainEvent {}
