package noroshi.sanitised;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The reporter of a matter is asked whether it may be told to others without names. */
public record CopyAsked(UUID matter, UUID asking, Instant at) implements DomainEvent {}
