package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The source answered who asked it to share onward. */
public record OnwardAnswered(UUID topic, UUID request, Instant at) implements DomainEvent {}
