package noroshi.topic.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Author;
import noroshi.topic.Following;
import noroshi.topic.TopicRow;

/**
 * The topics of one community.
 *
 * @param pinned what its leads keep on top
 * @param older the cursor of the next page
 * @param following how much the reader wants to hear of it; empty for the usual
 */
public record NewestPart(
        UUID community,
        List<TopicRow> pinned,
        List<TopicRow> rows,
        Map<Author, Byline> names,
        Optional<Instant> older,
        Optional<Following> following) {}
