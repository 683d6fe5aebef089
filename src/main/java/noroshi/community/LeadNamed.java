package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A member became a lead of a community, or stopped being one. */
public record LeadNamed(UUID community, UUID person, boolean leads, Instant at) implements DomainEvent {}
