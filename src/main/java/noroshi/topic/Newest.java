package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which newest topics to list.
 *
 * @param principal only what reached the reader through this principal, such as a community
 * @param before only what was revised before this moment: the cursor of the next page
 * @param level whose words the excerpt takes
 */
public record Newest(Optional<Kind> kind, Optional<UUID> principal, Optional<Instant> before, int size, Level level) {
    private static final int LARGEST = 200;

    public Newest {
        size = Math.clamp(size, 1, LARGEST);
    }

    public static Newest all(int size, Level level) {
        return new Newest(Optional.empty(), Optional.empty(), Optional.empty(), size, level);
    }

    public static Newest of(Kind kind, int size, Level level) {
        return new Newest(Optional.of(kind), Optional.empty(), Optional.empty(), size, level);
    }

    public static Newest in(UUID principal, int size, Level level) {
        return new Newest(Optional.empty(), Optional.of(principal), Optional.empty(), size, level);
    }

    public Newest before(Instant moment) {
        return new Newest(kind, principal, Optional.of(moment), size, level);
    }
}
