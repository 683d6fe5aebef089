package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A file that belongs to a topic or to one of its comments. */
public record TopicFile(
        UUID id,
        UUID topic,
        Optional<UUID> comment,
        String name,
        String mediaType,
        long size,
        Level level,
        Instant at,
        boolean mine,
        Scan scan) {}
