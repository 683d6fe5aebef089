package noroshi.intel.warning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a warning list.
 *
 * @param shipped whether it comes with the platform
 * @param leftOut entries that make no sense for its kind
 * @param loadedAt none for those that are shipped
 * @param replacedAt when a newer version took its place, or somebody took it out of force
 */
public record WarningList(
        UUID id,
        String name,
        long version,
        String description,
        Kind kind,
        int size,
        int leftOut,
        boolean shipped,
        Optional<Instant> loadedAt,
        Optional<UUID> loadedBy,
        Optional<Instant> replacedAt) {

    public boolean inForce() {
        return replacedAt.isEmpty();
    }
}
