package noroshi.desk.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import noroshi.desk.Counted;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.site.Ui;

/** The yearly table of reports: the kinds of event of the national form by fiscal year, operators apart from offices. */
record YearlyTable(List<Counted> all, List<Question.Option> classes, Map<Integer, Integer> informed, ZoneId zone) {
    private static final int APRIL = 4;

    private static int fiscal(LocalDate day) {
        return day.getMonthValue() < APRIL ? day.getYear() - 1 : day.getYear();
    }

    /** The first day of the fiscal year a day lies in. */
    static LocalDate begin(LocalDate day) {
        return LocalDate.of(fiscal(day), APRIL, 1);
    }

    List<List<String>> rows() {
        var reports = all.stream().filter(it -> it.kind() == MatterKind.REPORT).toList();
        var years = new TreeSet<Integer>();
        reports.forEach(it -> years.add(year(it)));
        years.addAll(informed.keySet());
        var table = new ArrayList<List<String>>();
        table.add(Stream.concat(
                        Stream.of(Ui.text("desk.figures.event-class")),
                        years.stream().map(year -> Ui.text("desk.figures.fiscal", String.valueOf(year))))
                .toList());
        var operators = reports.stream().filter(it -> !it.office()).toList();
        for (var option : classes) {
            table.add(line(
                    option.in(Ui.locale()), operators, it -> it.eventClass().equals(option.ja()), years));
        }
        table.add(line(
                Ui.text("desk.figures.open"),
                operators,
                it -> classes.stream().noneMatch(option -> option.ja().equals(it.eventClass())),
                years));
        table.add(line(Ui.text("desk.figures.operators"), operators, it -> true, years));
        table.add(line(Ui.text("desk.figures.offices"), reports, Counted::office, years));
        table.add(line(Ui.text("desk.figures.total"), reports, it -> true, years));
        table.add(line(Ui.text("desk.figures.informed"), informed, years));
        return table;
    }

    private List<String> line(String name, List<Counted> of, Predicate<Counted> wanted, TreeSet<Integer> years) {
        var counts = new TreeMap<Integer, Integer>();
        of.stream().filter(wanted).forEach(it -> counts.merge(year(it), 1, Integer::sum));
        return line(name, counts, years);
    }

    private static List<String> line(String name, Map<Integer, Integer> counts, TreeSet<Integer> years) {
        return Stream.concat(Stream.of(name), years.stream().map(year -> String.valueOf(counts.getOrDefault(year, 0))))
                .toList();
    }

    private int year(Counted it) {
        return fiscal(LocalDate.ofInstant(it.openedAt(), zone));
    }
}
