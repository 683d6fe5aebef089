package noroshi.topic.web;

import java.util.List;
import java.util.Map;
import noroshi.topic.Author;
import noroshi.topic.TopicRow;

/**
 * What members shared and nobody answered yet.
 *
 * @param hours after how long something stands here
 * @param names of the communities through which they came
 */
public record UnansweredPage(
        List<TopicRow> rows, Map<Author, Byline> authors, Map<java.util.UUID, String> names, long hours) {
    public String community(TopicRow row) {
        return row.community().map(id -> names.getOrDefault(id, "")).orElse("");
    }
}
