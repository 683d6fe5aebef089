package noroshi.desk.web;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import noroshi.desk.Cause;
import noroshi.desk.Channel;
import noroshi.desk.Counted;
import noroshi.desk.DeskFigures;
import noroshi.desk.Effect;
import noroshi.desk.MatterKind;
import noroshi.desk.Reached;
import noroshi.site.Ui;

/** Sorts the matters of a period into tables; each number keeps the way to its matters. */
record Counting(List<Counted> all, List<Reached> reached, String period, ZoneId zone, DeskFigures.Labels labels) {
    /** One row or column: what it is called, what belongs to it, and how an address says so. */
    private record Part(String name, Predicate<Counted> in, String parameter) {
        static final Part ALL = new Part("", it -> true, "");
    }

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

    static String category(String code, DeskFigures.Labels labels) {
        return switch (code) {
            case "ALL" -> Ui.text("desk.figures.total");
            case FiguresChosen.NONE -> Ui.text("desk.figures.no-category");
            default -> labels.category(code, Ui.locale());
        };
    }

    static YearMonth month(Counted it, ZoneId zone) {
        return YearMonth.from(it.openedAt().atZone(zone));
    }

    /** Whether it is known how long something took. */
    static boolean known(String clock, Counted it) {
        return switch (clock) {
            case "acknowledged" -> it.acknowledgedAt().isPresent();
            case "helped" -> it.helpedAt().isPresent();
            case "closed" -> it.closedAt().isPresent();
            default -> true;
        };
    }

    List<YearMonth> months() {
        return all.stream().map(it -> month(it, zone)).distinct().sorted().toList();
    }

    private static List<Part> intakes() {
        return classes().stream()
                .map(intake -> new Part(name(intake), it -> it.intake().equals(intake), "&intake=" + intake))
                .toList();
    }

    FiguresPage.Count byChannel() {
        return table(
                "channels",
                "desk.figures.by-channel",
                "desk.figures.class",
                intakes(),
                Stream.of(Channel.values())
                        .map(channel -> new Part(
                                Ui.word("desk.channel", channel), it -> it.channel() == channel, "&channel=" + channel))
                        .toList());
    }

    FiguresPage.Count byMonth() {
        return table(
                "months",
                "desk.figures.by-month",
                "desk.figures.class",
                intakes(),
                months().stream()
                        .map(month ->
                                new Part(month.toString(), it -> month(it, zone).equals(month), "&month=" + month))
                        .toList());
    }

    FiguresPage.Count bySector() {
        var rows = all.stream()
                .map(it -> it.sector().orElse(FiguresChosen.NONE))
                .distinct()
                .sorted()
                .map(code -> new Part(
                        code.equals(FiguresChosen.NONE)
                                ? Ui.text("desk.figures.no-sector")
                                : labels.sector(code, Ui.locale()),
                        it -> it.sector().orElse(FiguresChosen.NONE).equals(code),
                        "&sector=" + code))
                .toList();
        return table(
                "sectors",
                "desk.figures.by-sector",
                "desk.figures.sector",
                rows,
                Stream.of(MatterKind.values())
                        .map(kind -> new Part(Ui.word("desk.kind", kind), it -> it.kind() == kind, "&kind=" + kind))
                        .toList());
    }

    FiguresPage.Count byEffect() {
        var rows = Stream.concat(
                        Stream.of(Effect.values())
                                .map(effect -> new Part(
                                        Ui.word("desk.effect", effect),
                                        it -> it.effect().filter(effect::equals).isPresent(),
                                        "&effect=" + effect)),
                        Stream.of(new Part(
                                Ui.text("desk.figures.open"), it -> it.effect().isEmpty(), "&effect=" + Counted.OPEN)))
                .toList();
        return table(
                "effects",
                "desk.figures.by-effect",
                "desk.figures.effect",
                rows,
                List.of(
                        new Part(Ui.text("desk.figures.reported"), Counted::reported, "&up=reported"),
                        new Part(Ui.text("desk.figures.impact"), Counted::impact, "&up=impact")));
    }

    /** What was told to all without its names, of every class, and in which month. */
    FiguresPage.Count byTold() {
        var months = all.stream()
                .flatMap(it -> toldIn(it, zone).stream())
                .distinct()
                .sorted()
                .map(month -> new Part(
                        Ui.text("desk.figures.told-in", month),
                        it -> toldIn(it, zone).filter(month::equals).isPresent(),
                        "&shared=" + month));
        return table(
                "told",
                "desk.figures.by-told",
                "desk.figures.class",
                intakes(),
                Stream.concat(
                                Stream.of(new Part(
                                        Ui.text("desk.figures.told-to-all"),
                                        it -> it.told().isPresent(),
                                        "&shared=true")),
                                months)
                        .toList());
    }

    /** The month in which everybody read of it without its names. */
    static Optional<YearMonth> toldIn(Counted it, ZoneId zone) {
        return it.told().map(told -> YearMonth.from(told.at().atZone(zone)));
    }

    private FiguresPage.Count table(String id, String title, String head, List<Part> rows, List<Part> columns) {
        var total = new Part(Ui.text("desk.figures.total"), Part.ALL.in(), "");
        var lines = Stream.concat(rows.stream(), Stream.of(total))
                .map(row -> new FiguresPage.Row(
                        row.name(),
                        Stream.concat(columns.stream(), Stream.of(Part.ALL))
                                .map(column -> cell(row, column))
                                .toList()))
                .toList();
        return new FiguresPage.Count(
                id,
                Ui.text(title),
                Ui.text(head),
                columns.stream().map(Part::name).toList(),
                lines);
    }

    private FiguresPage.Cell cell(Part row, Part column) {
        var count = (int) all.stream().filter(row.in().and(column.in())).count();
        return new FiguresPage.Cell(count, path(row.parameter() + column.parameter()));
    }

    private String path(String chosen) {
        return "/desk/figures?" + period + chosen + "&list=true#list";
    }

    List<FiguresPage.Clock> clocks() {
        return List.of(
                clock("acknowledged", Counted::untilAcknowledged),
                clock("helped", Counted::untilHelp),
                clock("closed", Counted::untilClosed));
    }

    private FiguresPage.Clock clock(String name, Function<Counted, Optional<Duration>> time) {
        var times = times(all, time);
        return new FiguresPage.Clock(
                Ui.text("desk.figures." + name),
                new FiguresPage.Cell(times.size(), path("&clock=" + name)),
                median(times),
                times.isEmpty() ? "" : Ui.length(times.getLast()));
    }

    /** Who was told, by the kind of organisation, and how soon they looked. */
    List<FiguresPage.Reach> reach() {
        var kinds = new ArrayList<>(reached.stream()
                .map(FiguresChosen::category)
                .distinct()
                .sorted()
                .toList());
        kinds.add("ALL");
        return kinds.stream()
                .map(kind -> {
                    var told = reached.stream()
                            .filter(it -> kind.equals("ALL")
                                    || FiguresChosen.category(it).equals(kind))
                            .toList();
                    var times = times(told, Reached::untilFirstView);
                    return new FiguresPage.Reach(
                            category(kind, labels),
                            new FiguresPage.Cell(told.size(), path("&told=" + kind)),
                            new FiguresPage.Cell(times.size(), path("&told=" + kind + "&view=opened")),
                            median(times));
                })
                .toList();
    }

    private static <T> List<Duration> times(Collection<T> of, Function<T, Optional<Duration>> time) {
        return of.stream()
                .map(time)
                .flatMap(Optional::stream)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String median(List<Duration> times) {
        return times.isEmpty() ? "" : Ui.length(times.get(times.size() / 2));
    }
}
