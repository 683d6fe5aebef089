package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody's seat in an organisation ended, and with it the one in a community. */
public record CommunityLeft(UUID community, UUID person, Instant at) implements DomainEvent {}
