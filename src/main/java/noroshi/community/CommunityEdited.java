package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A community's name, charter or meaning of TLP changed. */
public record CommunityEdited(UUID community, Instant at) implements DomainEvent {}
