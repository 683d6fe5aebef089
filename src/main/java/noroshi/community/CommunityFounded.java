package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A community was founded. */
public record CommunityFounded(UUID community, UUID lead, Instant at) implements DomainEvent {}
