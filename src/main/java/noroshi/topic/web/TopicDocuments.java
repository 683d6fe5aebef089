package noroshi.topic.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Text;
import noroshi.topic.Topic;
import noroshi.topic.TopicRow;
import org.jspecify.annotations.Nullable;

/** Topics as scripts read them; the contract is docs/api/topics.md. */
final class TopicDocuments {
    private TopicDocuments() {}

    /**
     * The newest topics.
     *
     * @param next where the next page begins: its {@code before}; nothing on the last page
     */
    record Listing(List<Line> items, @Nullable Instant next) {}

    /** What a search found. */
    record Found(List<Hit> items, boolean more) {}

    /**
     * One result.
     *
     * @param comment the comment that holds the words, when it is not the topic's own text
     */
    record Hit(Line topic, @Nullable UUID comment, String snippet) {}

    /** Who wrote it, as far as the reader may know. */
    record By(String name, String organisation, boolean hidden) {
        static By of(Byline line) {
            return new By(line.hidden() ? "" : line.name(), line.organisation(), line.hidden());
        }
    }

    /** One line of a list. */
    record Line(
            UUID id,
            Kind kind,
            InformationKind information,
            @Nullable Importance importance,
            String tlp,
            int version,
            String title,
            String excerpt,
            By by,
            boolean answered,
            int comments,
            int files,
            boolean unread,
            Instant publishedAt,
            Instant revisedAt) {
        static Line of(TopicRow row, Byline by) {
            return new Line(
                    row.id(),
                    row.kind(),
                    row.information(),
                    row.importance().orElse(null),
                    row.tlp().label(),
                    row.version(),
                    row.title(),
                    row.excerpt(),
                    By.of(by),
                    row.answered(),
                    row.comments(),
                    row.files(),
                    row.unread(),
                    row.publishedAt(),
                    row.revisedAt());
        }
    }

    /**
     * A topic in its current version.
     *
     * @param level {@code pro} or {@code general}; {@code all} when it is written for everybody alike
     * @param body Markdown
     * @param withdrawn why it was taken back; then it has no body
     */
    record Article(
            UUID id,
            Kind kind,
            InformationKind information,
            @Nullable Importance importance,
            String tlp,
            int confidentiality,
            @Nullable UUID parent,
            int version,
            String level,
            String title,
            String body,
            @Nullable String withdrawn,
            @Nullable UUID accepted,
            By by,
            Instant publishedAt,
            Instant revisedAt) {
        static Article of(Topic topic, Level level, Text text, Byline by) {
            return new Article(
                    topic.id(),
                    topic.kind(),
                    topic.information(),
                    topic.importance().orElse(null),
                    topic.tlp().label(),
                    topic.confidentiality(),
                    topic.parent().orElse(null),
                    topic.version(),
                    level.name().toLowerCase(Locale.ROOT),
                    text.title(),
                    text.body(),
                    topic.state() instanceof Topic.State.Withdrawn(var reason) ? reason : null,
                    topic.accepted().orElse(null),
                    By.of(by),
                    topic.publishedAt(),
                    topic.revisedAt());
        }
    }
}
