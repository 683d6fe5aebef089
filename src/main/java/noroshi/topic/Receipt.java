package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far one reader has come: the newest version they opened, and whether they confirmed it.
 *
 * @param version empty when they have not opened the topic at all
 * @param firstAt when they opened that version first
 * @param lastAt when they opened that version last
 */
public record Receipt(
        UUID person,
        UUID organisation,
        Optional<Integer> version,
        Optional<Instant> firstAt,
        Optional<Instant> lastAt,
        Optional<Instant> confirmedAt) {}
