package noroshi.desk.web;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import noroshi.desk.Cause;
import noroshi.desk.Channel;
import noroshi.desk.Counted;
import noroshi.site.Ui;

/** Sorts the matters of a period into tables; each number keeps the way to its matters. */
record Counting(List<Counted> all, String period, ZoneId zone) {
    /** Every class there is, in the order of the source; a row of zeros is said, too. */
    static List<String> classes() {
        return Stream.concat(Stream.of(Cause.values()).map(Enum::name), Stream.of(Counted.CONSULTATION, Counted.OPEN))
                .toList();
    }

    static String name(String intake) {
        return switch (intake) {
            case Counted.CONSULTATION -> Ui.text("desk.kind.consultation");
            case Counted.OPEN -> Ui.text("desk.figures.open");
            default -> Ui.word("desk.cause", Cause.valueOf(intake));
        };
    }

    YearMonth month(Counted it) {
        return YearMonth.from(it.openedAt().atZone(zone));
    }

    List<YearMonth> months() {
        return all.stream().map(this::month).distinct().sorted().toList();
    }

    List<FiguresPage.Row> byChannel() {
        return rows(
                List.of(Channel.values()), channel -> it -> it.channel() == channel, channel -> "channel=" + channel);
    }

    List<FiguresPage.Row> byMonth() {
        return rows(months(), month -> it -> month(it).equals(month), month -> "month=" + month);
    }

    private <C> List<FiguresPage.Row> rows(
            List<C> columns, Function<C, Predicate<Counted>> in, Function<C, String> parameter) {
        var rows = new ArrayList<FiguresPage.Row>();
        for (var intake : classes()) {
            rows.add(row(name(intake), it -> it.intake().equals(intake), "&intake=" + intake, columns, in, parameter));
        }
        rows.add(row(Ui.text("desk.figures.total"), it -> true, "", columns, in, parameter));
        return rows;
    }

    private <C> FiguresPage.Row row(
            String name,
            Predicate<Counted> which,
            String chosen,
            List<C> columns,
            Function<C, Predicate<Counted>> in,
            Function<C, String> parameter) {
        var cells = new ArrayList<FiguresPage.Cell>();
        columns.forEach(column -> cells.add(cell(which.and(in.apply(column)), chosen + "&" + parameter.apply(column))));
        cells.add(cell(which, chosen));
        return new FiguresPage.Row(name, cells);
    }

    private FiguresPage.Cell cell(Predicate<Counted> which, String chosen) {
        var count = (int) all.stream().filter(which).count();
        return new FiguresPage.Cell(count, "/desk/figures?" + period + chosen + "&list=true#list");
    }

    List<FiguresPage.Clock> clocks() {
        return List.of(
                clock("desk.figures.acknowledged", Counted::untilAcknowledged),
                clock("desk.figures.helped", Counted::untilHelp),
                clock("desk.figures.closed", Counted::untilClosed));
    }

    private FiguresPage.Clock clock(String key, Function<Counted, Optional<Duration>> time) {
        var times = all.stream()
                .map(time)
                .flatMap(Optional::stream)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new FiguresPage.Clock(
                Ui.text(key),
                times.size(),
                times.isEmpty() ? "" : Ui.length(times.get(times.size() / 2)),
                times.isEmpty() ? "" : Ui.length(times.getLast()));
    }
}
