package noroshi.intel.life;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether an organisation has seen a value on its own side.
 *
 * @param number how often, as far as somebody counted
 */
public record Sighting(UUID value, boolean seen, int number, Instant firstAt, Instant lastAt) {
    static final int MOST = 1_000_000_000;
}
