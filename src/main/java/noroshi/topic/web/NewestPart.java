package noroshi.topic.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Author;
import noroshi.topic.TopicRow;

/**
 * The topics of one community.
 *
 * @param pinned what its leads keep on top
 * @param older the cursor of the next page
 */
public record NewestPart(
        UUID community,
        List<TopicRow> pinned,
        List<TopicRow> rows,
        Map<Author, Byline> names,
        Optional<Instant> older) {}
