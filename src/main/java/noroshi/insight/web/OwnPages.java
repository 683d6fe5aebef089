package noroshi.insight.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import noroshi.insight.Colleague;
import noroshi.insight.OwnFigures;
import noroshi.insight.OwnTopic;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the figures of one's own organisation. */
@Component
class OwnPages {
    private static final List<String> SHOWS = List.of("unopened", "opened", "mine", "all");

    private final OwnFigures own;
    private final Members members;
    private final Titles titles;

    OwnPages(OwnFigures own, Members members, Titles titles) {
        this.own = own;
        this.members = members;
        this.titles = titles;
    }

    OwnPage page(Chosen chosen, String show, int page, Actor actor) {
        var topics = own.topics(chosen.period(), actor);
        var administers = own.administers(actor);
        var days = new DailyFigures(chosen, own.days(chosen.period(), actor));
        var shown = SHOWS.contains(show) ? show : SHOWS.getFirst();
        var leaf = Leaf.of(topics.stream().filter(topic -> fits(topic, shown)).toList(), page);
        return new OwnPage(
                chosen,
                topics.size(),
                (int) topics.stream().filter(OwnTopic::opened).count(),
                (int) topics.stream().filter(OwnTopic::mine).count(),
                Titles.length(median(topics)),
                days.own(Ui.text(administers ? "insight.own.logins" : "insight.own.my-logins")),
                days.ownFinding(),
                SHOWS.stream()
                        .map(each ->
                                new Step(Ui.text("insight.own." + each), Ui.with("show", each), each.equals(shown)))
                        .toList(),
                leaf.rows().stream()
                        .map(row -> new OwnPage.Row(row, titles.of(row.topic())))
                        .toList(),
                administers,
                colleagues(own.colleagues(chosen.period(), actor)),
                leaf.number(),
                leaf.more());
    }

    /** The whole list, to take away. */
    List<OwnPage.Row> rows(Chosen chosen, String show, Actor actor) {
        var shown = SHOWS.contains(show) ? show : SHOWS.getFirst();
        return own.topics(chosen.period(), actor).stream()
                .filter(topic -> fits(topic, shown))
                .map(topic -> new OwnPage.Row(topic, titles.of(topic.topic())))
                .toList();
    }

    private static boolean fits(OwnTopic topic, String show) {
        return switch (show) {
            case "unopened" -> !topic.opened();
            case "opened" -> topic.opened();
            case "mine" -> !topic.mine();
            default -> true;
        };
    }

    private static Optional<Duration> median(List<OwnTopic> topics) {
        var waits = topics.stream()
                .flatMap(topic -> topic.firstAt().stream()
                        .map(first -> Duration.between(topic.topic().publishedAt(), first)))
                .sorted()
                .toList();
        return waits.isEmpty() ? Optional.empty() : Optional.of(waits.get(waits.size() / 2));
    }

    private List<OwnPage.Line> colleagues(List<Colleague> colleagues) {
        var names = members.names(colleagues.stream().map(Colleague::person).toList());
        return colleagues.stream()
                .map(each -> new OwnPage.Line(
                        each.person(),
                        Optional.ofNullable(names.get(each.person()))
                                .map(name -> name.in(Ui.locale()))
                                .orElse(""),
                        each.opened(),
                        each.logins(),
                        each.lastLogin()))
                .toList();
    }
}
