package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One contribution to the flat thread of a topic.
 *
 * @param body Markdown; empty when removed
 * @param quotes the comment it answers
 * @param mine the reader wrote it, openly or hidden
 */
public record Comment(
        UUID id,
        UUID topic,
        Author author,
        String body,
        Optional<UUID> quotes,
        Instant at,
        Optional<Instant> editedAt,
        boolean removed,
        boolean mine) {}
