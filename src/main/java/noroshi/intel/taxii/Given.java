package noroshi.intel.taxii;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An object that the Centre gave to its true source.
 *
 * @param part on which side the reader stands
 * @param source whose it is; for administrators
 * @param holders who had brought it before; for administrators
 */
public record Given(String object, String reason, Instant at, Part part, Optional<UUID> source, List<UUID> holders) {
    public Given {
        holders = List.copyOf(holders);
    }

    /** Sides. */
    public enum Part {
        SOURCE,
        HOLDER,
        CENTRE
    }
}
