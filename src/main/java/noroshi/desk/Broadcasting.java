package noroshi.desk;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.community.Communities;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.site.Words;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Posts the daily broadcast where everybody who takes part reads it, in both languages. */
@Component
class Broadcasting {
    private static final int RESTRICTED = 2;

    private final Topics topics;
    private final Communities communities;
    private final Words words;

    Broadcasting(Topics topics, Communities communities, Words words) {
        this.topics = topics;
        this.communities = communities;
        this.words = words;
    }

    /** The topic it became; refused where there is no community of everybody, since nobody would read it. */
    UUID post(Series series, UpwardReport report, Actor actor) {
        var everybody = communities.ofEverybody(actor).orElseThrow(() -> new RuleBroken("desk.broadcast.nobody"));
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.EVENT_SCHEDULE,
                        Optional.empty(),
                        false,
                        Tlp.AMBER,
                        RESTRICTED,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text(title(series, report), body(report))),
                        Set.of(everybody)),
                actor);
    }

    private String title(Series series, UpwardReport report) {
        var day = report.day().format(DateTimeFormatter.ofPattern("M/d", Locale.ROOT));
        var correction = report.corrects().isPresent()
                ? " " + words.text(Locale.JAPANESE, "desk.upward.correction", report.edition() - 1)
                : "";
        return series.nameJa() + " " + day + correction;
    }

    private String body(UpwardReport report) {
        return Words.LOCALES.stream().map(locale -> body(report, locale)).collect(Collectors.joining("\n\n---\n\n"));
    }

    private String body(UpwardReport report, Locale locale) {
        var effects = report.items().stream()
                .collect(Collectors.groupingBy(it -> it.effect().orElse(Effect.OTHER), Collectors.counting()));
        var events = report.items().isEmpty()
                ? words.text(locale, "desk.upward.nothing")
                : Arrays.stream(Effect.values())
                        .filter(effects::containsKey)
                        .map(effect -> "- " + word(locale, "desk.effect", effect) + ": " + effects.get(effect))
                        .collect(Collectors.joining("\n"));
        var activity = Arrays.stream(UpwardReport.Activity.values())
                .map(what -> "- " + word(locale, "desk.activity", what) + ": "
                        + report.activity().getOrDefault(what, 0))
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        "**" + words.text(locale, "desk.broadcast.events") + "**\n\n" + events,
                        "**" + words.text(locale, "desk.broadcast.activity") + "**\n\n" + activity,
                        report.words())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private String word(Locale locale, String prefix, Enum<?> value) {
        var name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.text(locale, prefix + "." + name);
    }
}
