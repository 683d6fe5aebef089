package noroshi.insight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * From publication until an organisation's first reader opened a bulletin.
 *
 * @param counts how many within {@link #LIMITS}, each beyond the one before; the last is longer than all
 * @param unopened addressed organisations in which nobody has opened it
 * @param median of those that opened
 */
public record FirstViews(List<Integer> counts, int unopened, Optional<Duration> median) {
    /** The upper ends of the buckets. */
    public static final List<Duration> LIMITS = List.of(
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** The buckets within the goal of six hours. */
    public static final int WITHIN_GOAL = 4;

    /** By then every organisation is to have opened it. */
    public static final Duration GOAL = LIMITS.get(WITHIN_GOAL - 1);

    public FirstViews {
        counts = List.copyOf(counts);
    }

    public int addressed() {
        return counts.stream().mapToInt(Integer::intValue).sum() + unopened;
    }

    /** The share within six hours of all that were addressed, in hundredths. */
    public int withinGoal() {
        int soon =
                counts.stream().limit(WITHIN_GOAL).mapToInt(Integer::intValue).sum();
        return addressed() == 0 ? 0 : Math.round(soon * 100f / addressed());
    }
}
