package noroshi.topic.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.Comment;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import noroshi.topic.Kind;
import noroshi.topic.Prose;
import noroshi.topic.Summaries;
import noroshi.topic.Tally;
import noroshi.topic.Topic;
import noroshi.topic.TopicFile;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Prepares the comments of a topic for its page. */
@Component
class Threads {
    private static final int QUOTED = 80;

    private final Topics topics;
    private final Conversation conversation;
    private final Files files;
    private final Bylines bylines;
    private final Summaries summaries;

    Threads(Topics topics, Conversation conversation, Files files, Bylines bylines, Summaries summaries) {
        this.summaries = summaries;
        this.topics = topics;
        this.conversation = conversation;
        this.files = files;
        this.bylines = bylines;
    }

    /** The comments that a reader of the topic finds on its page. */
    List<Comment> comments(Topic topic, Actor actor) {
        return topic.withdrawn() ? List.of() : conversation.thread(topic.id(), actor);
    }

    void expect(UUID topic, Actor actor) {
        summaries.expect(topic, actor);
    }

    /** What the thread came to. */
    Optional<SummaryLine> summary(Topic topic, Actor actor) {
        return topic.withdrawn()
                ? Optional.empty()
                : summaries.of(topic.id(), actor).map(it -> {
                    var by = name(bylines.of(List.of(it.author())), it.author());
                    return new SummaryLine(SummaryLine.by(by), by.staff(), Prose.of(it.body()), it.at());
                });
    }

    List<CommentLine> lines(
            Topic topic, List<Comment> comments, Map<UUID, Tally> tallies, Optional<Instant> since, Actor actor) {
        if (comments.isEmpty()) {
            return List.of();
        }
        var names = bylines.of(comments.stream().map(Comment::author).toList());
        var byId = comments.stream().collect(Collectors.toMap(Comment::id, Function.identity()));
        var attached = files.of(topic.id(), actor).stream()
                .filter(file -> file.comment().isPresent())
                .collect(Collectors.groupingBy(file -> file.comment().orElseThrow()));
        var asker = topic.kind() == Kind.QUESTION && topics.isSource(topic.id(), actor);
        var moderator = conversation.moderates(topic.id(), actor);
        return comments.stream()
                .map(it -> new CommentLine(
                        it.id(),
                        name(names, it.author()),
                        body(it),
                        it.quotes().map(byId::get).map(quoted -> quote(quoted, names)),
                        it.at(),
                        it.editedAt(),
                        it.removed(),
                        it.removal(),
                        it.mine(),
                        !it.mine() && moderator,
                        topic.accepted().filter(it.id()::equals).isPresent(),
                        asker && !it.removed(),
                        !it.mine() && since.filter(it.at()::isAfter).isPresent(),
                        tallies.getOrDefault(it.id(), Tally.NONE),
                        attached.getOrDefault(it.id(), List.of()).stream()
                                .map(Threads::line)
                                .toList()))
                .toList();
    }

    private Byline name(Map<Author, Byline> names, Author author) {
        return names.getOrDefault(author, Bylines.unknown());
    }

    private static Content body(Comment comment) {
        return Prose.of(comment.body());
    }

    private CommentLine.Quote quote(Comment quoted, Map<Author, Byline> names) {
        var words = quoted.removed() ? Ui.text("topic.comment.removed") : Prose.plain(quoted.body());
        var shortened = words.length() <= QUOTED
                ? words
                : words.substring(
                                0,
                                words.offsetByCodePoints(0, Math.min(QUOTED, words.codePointCount(0, words.length()))))
                        + "…";
        return new CommentLine.Quote(quoted.id(), name(names, quoted.author()).name(), shortened);
    }

    static FileLine line(TopicFile file) {
        return new FileLine(file.id(), file.name(), FileLine.size(file.size()), file.mine(), file.scan());
    }
}
