package noroshi.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Level;

/**
 * How one organisation opened one topic.
 *
 * @param firstAt empty when nobody of it has
 * @param reader who opened it first
 * @param people how many of its people opened it
 * @param version the newest version somebody of it opened
 * @param levels at which it was read
 */
public record Opening(
        UUID topic,
        UUID organisation,
        Instant publishedAt,
        Optional<Instant> firstAt,
        Optional<UUID> reader,
        int people,
        int views,
        int version,
        List<Level> levels) {
    /** How long after publication the first reader opened it. */
    public Optional<Duration> after() {
        return firstAt.map(first -> Duration.between(publishedAt, first));
    }
}
