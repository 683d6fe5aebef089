package noroshi.intel;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The Centre gave an object of a collection to its true source. */
public record ObjectGiven(UUID collection, Instant at) implements DomainEvent {}
