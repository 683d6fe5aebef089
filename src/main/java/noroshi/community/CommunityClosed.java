package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A community was closed. */
public record CommunityClosed(UUID community, Instant at) implements DomainEvent {}
