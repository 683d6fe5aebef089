package noroshi.sanitised;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The reporter has answered whether a matter may be told to others without names. */
public record CopyAnswered(UUID matter, UUID asking, boolean agreed, Instant at) implements DomainEvent {}
