package noroshi.topic;

import java.util.Optional;
import java.util.UUID;

/**
 * One result.
 *
 * @param comment the comment that holds the words, when it is not the topic's own text
 * @param snippet the words around the hit
 */
public record SearchHit(TopicRow topic, Optional<UUID> comment, Snippet snippet) {}
