package noroshi.topic.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.site.Choice;
import noroshi.topic.Author;
import noroshi.topic.TopicRow;

/**
 * The list of topics.
 *
 * @param form the filters as they stand in the address
 * @param communities those the reader sits in
 * @param next the cursor of what is older; empty at the end
 */
public record TopicsPage(
        TopicsForm form, List<TopicRow> rows, Map<Author, Byline> authors, Map<UUID, String> communities, String next) {
    public String community(TopicRow row) {
        return row.community().map(id -> communities.getOrDefault(id, "")).orElse("");
    }

    public List<Choice> choices() {
        return communities.entrySet().stream()
                .map(each -> new Choice(each.getKey().toString(), each.getValue()))
                .toList();
    }
}
