package noroshi.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Importance;
import noroshi.topic.Level;

/**
 * How one bulletin was read, at one level or at both together.
 *
 * @param level empty for the item as a whole
 * @param views within the period
 * @param addressed organisations it is addressed to
 * @param reached those of them in which somebody opened it until the end of the period
 * @param median from publication until an organisation's first reader opened it
 */
public record Rank(
        UUID topic,
        Optional<Level> level,
        String title,
        Importance importance,
        int version,
        Instant revisedAt,
        Instant publishedAt,
        long views,
        int addressed,
        int reached,
        Optional<Duration> median) {
    /** In hundredths; 0 when it is addressed to nobody. */
    public int share() {
        return addressed == 0 ? 0 : Math.round(reached * 100f / addressed);
    }
}
