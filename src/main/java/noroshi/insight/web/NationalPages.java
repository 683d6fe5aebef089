package noroshi.insight.web;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import noroshi.insight.Day;
import noroshi.insight.Days;
import noroshi.insight.Events;
import noroshi.insight.Insights;
import noroshi.insight.Rank;
import noroshi.shared.Actor;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the national picture. */
@Component
class NationalPages {
    private static final int LINES = 10;

    private final Insights insights;
    private final Events events;
    private final Titles titles;

    NationalPages(Insights insights, Events events, Titles titles) {
        this.insights = insights;
        this.events = events;
        this.titles = titles;
    }

    NationalPage page(Chosen chosen, Actor actor) {
        var days = insights.days(actor);
        var daily = new DailyFigures(chosen, days);
        var first = insights.firstViews(chosen.period(), actor);
        var ranking = insights.ranking(chosen.period(), actor);
        return new NationalPage(
                chosen,
                average(chosen, days, Day::logins),
                average(chosen, days, Day::views),
                insights.registered(actor),
                daily.national(),
                daily.finding(),
                days.totalUntil(chosen.period().to()),
                first,
                Waits.draw(first, false),
                Waits.finding(first, false),
                Waits.bars(first, chosen.at("/insight/waits")),
                ranking,
                lines(ranking.byLevel(), LINES),
                lines(ranking.byItem(), LINES),
                events.mayKeep(actor));
    }

    List<RankLine> lines(List<Rank> ranks, int atMost) {
        return IntStream.range(0, Math.min(ranks.size(), atMost))
                .mapToObj(at -> RankLine.of(at + 1, ranks.get(at), titles))
                .toList();
    }

    private static NationalPage.Average average(Chosen chosen, Days days, ToLongFunction<Day> measure) {
        var now = days.average(chosen.period(), measure);
        var before = days.average(chosen.comparison(), measure);
        var times = before == 0
                ? Ui.text("insight.compare.none")
                : Ui.text(
                        "insight.compare.times",
                        chosen.comparedWith(),
                        String.format(Locale.ROOT, "%.1f", now / before));
        return new NationalPage.Average(Math.round(now), times);
    }
}
