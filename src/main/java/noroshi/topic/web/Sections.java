package noroshi.topic.web;

import java.util.List;
import java.util.Set;
import noroshi.shared.Actor;
import noroshi.topic.Level;
import noroshi.topic.Lists;
import noroshi.topic.Prose;
import noroshi.topic.Readership;
import noroshi.topic.Topic;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Reads the parts of a topic for its page: each is opened as if by itself, and there is no trace of the others. */
@Component
class Sections {
    private final Topics topics;
    private final Lists lists;
    private final Readership readership;
    private final Sides sides;
    private final Bylines bylines;

    Sections(Topics topics, Lists lists, Readership readership, Sides sides, Bylines bylines) {
        this.topics = topics;
        this.lists = lists;
        this.readership = readership;
        this.sides = sides;
        this.bylines = bylines;
    }

    /** Opens what the reader may read of the parts. Features that keep their topics compose their own pages. */
    List<TopicPage.Section> open(Topic whole, Level level, Actor actor) {
        if (whole.withdrawn()) {
            return List.of();
        }
        var rows = topics.parts(whole.id(), level, actor).stream()
                .filter(row -> !row.kind().keptByItsFeature())
                .toList();
        rows.forEach(row -> lists.expect(row.id(), actor));
        return rows.stream()
                .filter(row -> !topics.show(row.id(), actor).withdrawn())
                .map(row -> open(row, level, actor))
                .toList();
    }

    private TopicPage.Section open(TopicRow row, Level level, Actor actor) {
        var opened = readership.open(row.id(), level, Set.of(), actor);
        var part = opened.topic();
        var text = topics.texts(part.id(), part.version(), actor).get(opened.level());
        return new TopicPage.Section(
                part,
                text == null ? part.title() : text.title(),
                bylines.of(List.of(part.author())).getOrDefault(part.author(), Bylines.unknown()),
                Prose.of(text == null ? "" : text.body()).article(),
                sides.handling(part, actor),
                opened.before().flatMap(before -> before.version()).stream().noneMatch(v -> v == part.version()),
                row.comments(),
                row.files());
    }
}
