package noroshi.intel;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A bundle was taken into the library. */
public record BundleImported(UUID bundle, UUID by, int taken, int known, int refused, Instant at)
        implements DomainEvent {}
