package noroshi.membership;

import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A person has no seat any more, or may no longer take part. */
public record PersonLeft(UUID person) implements DomainEvent {}
