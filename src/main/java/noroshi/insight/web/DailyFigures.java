package noroshi.insight.web;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.insight.Day;
import noroshi.insight.Days;
import noroshi.insight.Event;
import noroshi.insight.EventKind;
import noroshi.site.Sheet;
import noroshi.site.Ui;
import noroshi.site.chart.DailyChart;
import noroshi.site.chart.Figure;
import noroshi.site.chart.Panel;

/** The chart, the sentence and the table of a period's days. */
final class DailyFigures {
    private final Chosen chosen;
    private final Days all;
    private final List<Day> days;

    DailyFigures(Chosen chosen, Days all) {
        this.chosen = chosen;
        this.all = all;
        this.days = all.within(chosen.period());
    }

    /** Views above sign-ins, with a table that says more. */
    Figure national() {
        var drawn = chart(
                        Panel.columns(Ui.text("insight.views.daily"), measure(Day::views), average(Day::views)),
                        Panel.area(Ui.text("insight.logins.daily"), measure(Day::logins), average(Day::logins)))
                .draw(finding());
        return new Figure(drawn.wide(), drawn.narrow(), headings(), rows());
    }

    /** First openings above sign-ins of one's own organisation. */
    Figure own(String logins) {
        return chart(
                        Panel.columns(Ui.text("insight.own.openings"), measure(Day::views), -1),
                        Panel.area(logins, measure(Day::logins), -1))
                .draw(ownFinding());
    }

    String ownFinding() {
        var finding = best("insight.own.finding", Comparator.comparingLong(Day::views), Day::views);
        return finding.isEmpty() ? Ui.text("insight.finding.nothing") : finding + untilNow();
    }

    private DailyChart chart(Panel... panels) {
        return new DailyChart(
                Ui.text("insight.day"), days.stream().map(this::day).toList(), List.of(panels), markers());
    }

    private noroshi.site.chart.Day day(Day day) {
        var plain = noroshi.site.chart.Day.of(day.date(), Ui.locale());
        return new noroshi.site.chart.Day(plain.label(), plain.weekday(), plain.weekend() || holiday(day.date()));
    }

    private boolean holiday(LocalDate date) {
        return chosen.events().stream()
                .anyMatch(event ->
                        event.kind() == EventKind.HOLIDAY && event.date().equals(date));
    }

    private List<DailyChart.Event> markers() {
        return IntStream.range(0, days.size())
                .boxed()
                .flatMap(at -> marked(days.get(at).date()).stream()
                        .map(event -> new DailyChart.Event(at, event.in(Ui.locale()))))
                .toList();
    }

    private List<Event> marked(LocalDate date) {
        return chosen.events().stream()
                .filter(event ->
                        event.kind() == EventKind.MARKER && event.date().equals(date))
                .toList();
    }

    private List<Long> measure(ToLongFunction<Day> of) {
        return days.stream().map(of::applyAsLong).toList();
    }

    private double average(ToLongFunction<Day> of) {
        return all.average(chosen.comparison(), of);
    }

    /** What the picture shows, found by looking at the figures. */
    String finding() {
        if (days.stream().allMatch(day -> day.views() == 0 && day.logins() == 0)) {
            return Ui.text("insight.finding.nothing");
        }
        return best("insight.finding.views", Comparator.comparingLong(Day::views), Day::views)
                + best("insight.finding.logins", Comparator.comparingLong(Day::logins), Day::logins)
                + days.stream()
                        .max(Comparator.comparingDouble(Day::viewsPerLogin))
                        .filter(day -> day.viewsPerLogin() > 0)
                        .map(day -> Ui.text("insight.finding.each", when(day), perLogin(day)))
                        .orElse("")
                + untilNow();
    }

    /** A curve that falls on its last day would be read as silence, while that day has only begun. */
    private String untilNow() {
        return chosen.period().to().isBefore(Ui.today()) ? "" : Ui.text("insight.finding.today", Ui.date(Ui.today()));
    }

    private String best(String key, Comparator<Day> by, ToLongFunction<Day> value) {
        return days.stream()
                .max(by)
                .filter(day -> value.applyAsLong(day) > 0)
                .map(day -> Ui.text(key, when(day), value.applyAsLong(day)))
                .orElse("");
    }

    /** The date, with what happened on it. */
    private String when(Day day) {
        var happened = names(day.date());
        return happened.isEmpty() ? Ui.date(day.date()) : Ui.text("insight.finding.day", Ui.date(day.date()), happened);
    }

    private String names(LocalDate date) {
        return marked(date).stream()
                .map(event -> event.in(Ui.locale()))
                .collect(Collectors.joining(Ui.text("insight.and")));
    }

    private static String perLogin(Day day) {
        return String.format(Locale.ROOT, "%.1f", day.viewsPerLogin());
    }

    private static List<String> headings() {
        return List.of(
                Ui.text("insight.day"),
                Ui.text("insight.logins"),
                Ui.text("insight.views"),
                Ui.text("insight.each"),
                Ui.text("insight.posts"),
                Ui.text("insight.comments"),
                Ui.text("insight.total", Ui.text("insight.logins")),
                Ui.text("insight.total", Ui.text("insight.views")),
                Ui.text("insight.total", Ui.text("insight.posts")),
                Ui.text("insight.total", Ui.text("insight.comments")));
    }

    private List<List<String>> rows() {
        return cells(Ui::number, day -> (Ui.date(day.date()) + " " + names(day.date())).strip());
    }

    /** The same for a spreadsheet: plain numbers, dates it understands. */
    Sheet sheet() {
        var table = new ArrayList<List<String>>();
        var headings = new ArrayList<>(headings());
        headings.addAll(1, List.of(Ui.text("insight.weekday"), Ui.text("insight.events")));
        table.add(headings);
        var cells = cells(String::valueOf, day -> day.date().toString());
        for (int at = 0; at < days.size(); at++) {
            var date = days.get(at).date();
            var row = new ArrayList<>(cells.get(at));
            row.addAll(1, List.of(date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Ui.locale()), names(date)));
            table.add(row);
        }
        return new Sheet(table);
    }

    private List<List<String>> cells(LongFunction<String> number, Function<Day, String> name) {
        var rows = new ArrayList<List<String>>();
        var total = all.totalUntil(chosen.period().from().minusDays(1));
        for (var day : days) {
            total = total.plus(day);
            rows.add(List.of(
                    name.apply(day),
                    number.apply(day.logins()),
                    number.apply(day.views()),
                    perLogin(day),
                    number.apply(day.posts()),
                    number.apply(day.comments()),
                    number.apply(total.logins()),
                    number.apply(total.views()),
                    number.apply(total.posts()),
                    number.apply(total.comments())));
        }
        return rows;
    }
}
