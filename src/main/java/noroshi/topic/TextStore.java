package noroshi.topic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.stereotype.Repository;

/** The SQL that reads the words of topics, version by version. */
@Repository
class TextStore {
    private final Together together;
    private final TopicStore topics;

    TextStore(Together together, TopicStore topics) {
        this.together = together;
        this.topics = topics;
    }

    /** The page of the topic is going to ask for these. */
    void expect(UUID id) {
        currentTexts(id);
        history(id);
    }

    Map<Level, Text> texts(UUID id, int version) {
        var current = currentTexts(id);
        return topics.readable(id).filter(topic -> topic.version() == version).isPresent()
                ? current.get()
                : together.ask(
                        List.of("texts", id, version),
                        texts("version = :version", Map.of("id", id, "version", version)));
    }

    private Supplier<Map<Level, Text>> currentTexts(UUID id) {
        return together.later(
                List.of("texts", id),
                texts("version = (select version from topic.topic where id = :id)", Map.of("id", id)));
    }

    private static Question<Map<Level, Text>> texts(String which, Map<String, ?> values) {
        return new Question<>(
                "select level, title, body from topic.text where topic = :id and " + which, values, rows -> {
                    var texts = new EnumMap<Level, Text>(Level.class);
                    while (rows.next()) {
                        texts.put(
                                Level.valueOf(rows.getString("level")),
                                new Text(rows.getString("title"), rows.getString("body")));
                    }
                    return texts;
                });
    }

    List<Version> versions(UUID id) {
        return history(id).get();
    }

    private Supplier<List<Version>> history(UUID id) {
        return together.later(
                List.of("versions", id),
                Question.list(
                        """
                        select number, at, note_pro, note_general
                          from topic.version
                         where topic = :id
                         order by number desc
                        """,
                        Map.of("id", id),
                        (row, n) -> new Version(
                                row.getInt("number"),
                                Rows.instant(row, "at"),
                                row.getString("note_pro"),
                                row.getString("note_general"))));
    }
}
