package noroshi.topic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Difference;
import noroshi.topic.Labels;
import noroshi.topic.Level;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import noroshi.topic.Version;
import org.springframework.stereotype.Component;

/** Composes the comparison of two versions. */
@Component
class ChangesPages {
    private static final int AROUND = 2;

    private final Topics topics;
    private final Labels labels;

    ChangesPages(Topics topics, Labels labels) {
        this.labels = labels;
        this.topics = topics;
    }

    /** Compares two versions; 0 stands for the current one and the one before it. */
    ChangesPage page(UUID id, int from, int to, Level level, Actor actor) {
        var topic = topics.show(id, actor);
        var versions = topics.versions(id, actor);
        var later = find(versions, to == 0 ? topic.version() : to);
        var earlier = find(versions, from == 0 ? Math.max(1, later.number() - 1) : from);
        var before = topics.texts(id, earlier.number(), actor);
        var after = topics.texts(id, later.number(), actor);
        var difference =
                Difference.between(words(before, level), words(after, level)).near(AROUND);
        return new ChangesPage(
                id,
                topic.title(),
                earlier,
                later,
                after.containsKey(Level.PRO) ? levels(level) : List.of(),
                pairs(versions, later.number()),
                later.number() == 1 ? "" : later.note(level),
                labels.between(id, earlier.number(), later.number(), actor),
                difference);
    }

    private static Version find(List<Version> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String words(Map<Level, Text> texts, Level level) {
        return Optional.ofNullable(texts.get(texts.containsKey(Level.ALL) ? Level.ALL : level))
                .map(text -> text.title() + "\n\n" + text.body())
                .orElse("");
    }

    private static List<Step> levels(Level current) {
        var steps = new ArrayList<Step>();
        for (var level : List.of(Level.PRO, Level.GENERAL)) {
            var code = level.name().toLowerCase(Locale.ROOT);
            steps.add(new Step(Ui.word("topic.level", level), Ui.with("level", code), level == current));
        }
        return steps;
    }

    private static List<Step> pairs(List<Version> versions, int shown) {
        return versions.stream()
                .filter(version -> version.number() > 1)
                .map(version -> new Step(
                        Ui.text("topic.changes.pair", version.number() - 1, version.number()),
                        Ui.path() + "?from=" + (version.number() - 1) + "&to=" + version.number() + "&level="
                                + Ui.parameter("level"),
                        version.number() == shown))
                .toList();
    }
}
