package noroshi.topic.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.Comment;
import noroshi.topic.Conversation;
import noroshi.topic.Facet;
import noroshi.topic.FacetView;
import noroshi.topic.Kind;
import noroshi.topic.Labels;
import noroshi.topic.Level;
import noroshi.topic.Lists;
import noroshi.topic.MarksChange;
import noroshi.topic.Prose;
import noroshi.topic.Receipt;
import noroshi.topic.Text;
import noroshi.topic.Topic;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import noroshi.topic.Version;
import org.springframework.stereotype.Component;

/** Composes the page of a topic from what the front doors let its reader see. */
@Component
class TopicPages {
    private final Topics topics;
    private final Lists lists;
    private final Labels labels;
    private final Conversation conversation;
    private final Threads threads;
    private final Sides sides;
    private final Bylines bylines;
    private final OnwardParts onward;
    private final Map<Kind, Facet> facets = new EnumMap<>(Kind.class);

    TopicPages(
            Topics topics,
            Lists lists,
            Labels labels,
            Conversation conversation,
            Threads threads,
            Sides sides,
            Bylines bylines,
            OnwardParts onward,
            List<Facet> facets) {
        this.onward = onward;
        this.topics = topics;
        this.lists = lists;
        this.labels = labels;
        this.conversation = conversation;
        this.threads = threads;
        this.sides = sides;
        this.bylines = bylines;
        facets.forEach(facet -> this.facets.put(facet.kind(), facet));
    }

    /** What of the topic to show: which version (empty is the current one) and which level. */
    record Wanted(
            Topic topic,
            Optional<Integer> version,
            Level level,
            Optional<Receipt> before,
            List<TopicPage.Section> sections) {
        /** Looked at without reading: nothing is opened. */
        static Wanted looking(Topic topic, Optional<Integer> version, Level level) {
            return new Wanted(topic, version, level, Optional.empty(), List.of());
        }
    }

    /** Says what the page is going to need, before anything of it is asked. */
    void expect(UUID id, Actor actor) {
        lists.expect(id, actor);
        expectBeside(id, actor);
    }

    /** The same where the topic itself comes with its opening, which says what there may be beside its words. */
    void expectOpened(UUID id, Actor actor) {
        lists.expectOpened(id, actor);
        conversation.expectThread(id, actor);
    }

    /** The rest, as soon as the topic is open. */
    void expectBeside(UUID id, Actor actor) {
        lists.expectBeside(id, actor);
        conversation.expect(id, actor);
        threads.expect(id, actor);
        sides.expect(id, actor);
    }

    TopicPage page(Wanted wanted, TopicPage.Typed typed, Actor actor) {
        var topic = wanted.topic();
        var versions = topics.versions(topic.id(), actor);
        var shown = shown(topic, wanted.version(), versions);
        var texts = topics.texts(topic.id(), shown.number(), actor);
        var single = texts.containsKey(Level.ALL) || texts.isEmpty();
        var text = Optional.ofNullable(texts.get(single ? Level.ALL : wanted.level()));
        var comments = threads.comments(topic, actor);
        bylines.expect(authors(topic, comments), sides.colleagues(topic, actor));
        sides.expectNames(topic, actor);
        var tallies = conversation.tallies(topic.id(), actor);
        return new TopicPage(
                topic,
                text.map(Text::title).orElse(topic.title()),
                bylines.of(List.of(topic.author())).getOrDefault(topic.author(), Bylines.unknown()),
                shown,
                crumbs(topic),
                single ? List.of() : levels(wanted.level()),
                topic.withdrawn() ? Optional.empty() : facet(topic, shown, wanted.level(), actor),
                prose(text),
                newSince(topic, shown, versions, wanted),
                marked(topic, shown, actor),
                versions.stream()
                        .map(version -> line(version, topic, shown, wanted.level()))
                        .toList(),
                parts(topics.parts(topic.id(), wanted.level(), actor)),
                wanted.sections(),
                parent(topic, actor),
                threads.lines(topic, comments, tallies, since(wanted), actor),
                threads.summary(topic, actor),
                tallies.getOrDefault(topic.id(), noroshi.topic.Tally.NONE),
                sides.reading(topic, actor),
                sides.files(topic, wanted.level(), actor),
                sides.handling(topic, actor),
                sides.rights(topic, actor),
                conversation.following(topic.id(), actor),
                sides.pins(topic, actor),
                onward.part(topic, actor),
                typed);
    }

    private static List<Author> authors(Topic topic, List<Comment> comments) {
        return Stream.concat(Stream.of(topic.author()), comments.stream().map(Comment::author))
                .distinct()
                .toList();
    }

    private static Version shown(Topic topic, Optional<Integer> wanted, List<Version> versions) {
        int number = wanted.orElse(topic.version());
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Optional<FacetView> facet(Topic topic, Version shown, Level level, Actor actor) {
        return Optional.ofNullable(facets.get(topic.kind())).map(it -> it.view(topic, shown.number(), level, actor));
    }

    private static Content prose(Optional<Text> text) {
        return Prose.of(text.map(Text::body).orElse("")).article();
    }

    /** The reader knew an earlier version: say what changed. */
    private static Optional<String> newSince(Topic topic, Version shown, List<Version> versions, Wanted wanted) {
        if (shown.number() == 1 || shown.number() != topic.version()) {
            return Optional.empty();
        }
        return versions.stream().findFirst().map(newest -> newest.note(wanted.level()));
    }

    private Optional<MarksChange> marked(Topic topic, Version shown, Actor actor) {
        return shown.number() == 1 || shown.number() != topic.version()
                ? Optional.empty()
                : labels.between(topic.id(), topic.version() - 1, topic.version(), actor);
    }

    private static TopicPage.VersionLine line(Version version, Topic topic, Version shown, Level level) {
        return new TopicPage.VersionLine(
                version.number(),
                version.at(),
                version.number() == 1 ? Ui.text("topic.version.first") : version.note(level),
                version.number() == topic.version(),
                version.number() == shown.number());
    }

    private static List<TopicPage.Part> parts(List<TopicRow> rows) {
        return rows.stream()
                .map(row -> new TopicPage.Part(row.id(), row.title(), row.tlp()))
                .toList();
    }

    private Optional<TopicPage.Part> parent(Topic topic, Actor actor) {
        return topic.parent().flatMap(id -> {
            try {
                var parent = topics.show(id, actor);
                return Optional.of(new TopicPage.Part(parent.id(), parent.title(), parent.tlp()));
            } catch (NotFound notTheirs) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Instant> since(Wanted wanted) {
        return wanted.before().flatMap(Receipt::lastAt);
    }

    static List<Step> crumbs(Topic topic) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(Ui.text("topic.crumb.home"), "/", false));
        if (topic.kind() == Kind.BULLETIN) {
            steps.add(new Step(Ui.text("topic.crumb.bulletins"), "/bulletins", false));
        } else if (topic.kind() == Kind.NOTICE) {
            steps.add(new Step(Ui.text("topic.crumb.notices"), "/notices", false));
        } else {
            steps.add(new Step(Ui.text("topic.crumb.communities"), "/communities", false));
        }
        steps.add(new Step(Ui.word("topic.information", topic.information()), Ui.path(), true));
        return steps;
    }

    private static List<Step> levels(Level current) {
        return Stream.of(Level.PRO, Level.GENERAL)
                .map(level -> new Step(
                        Ui.word("topic.level", level),
                        Ui.with("level", level.name().toLowerCase(java.util.Locale.ROOT)),
                        level == current))
                .collect(Collectors.toList());
    }

    AuthorPage author(Topic topic, Author.Known author) {
        var by = bylines.of(List.of(author)).getOrDefault(author, Bylines.unknown());
        return new AuthorPage(topic.id(), topic.title(), by);
    }
}
