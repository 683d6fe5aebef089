package noroshi.desk.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import noroshi.desk.Channel;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Counted;
import noroshi.desk.DeskFigures;
import noroshi.desk.Question;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Csv;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's figures, and the matters behind each of them. */
@Controller
@RequestMapping("/desk/figures")
class FiguresController {
    private static final int APRIL = 4;

    private final DeskFigures figures;
    private final ConsultationDesk desk;
    private final SiteSettings site;

    FiguresController(DeskFigures figures, ConsultationDesk desk, SiteSettings site) {
        this.figures = figures;
        this.desk = desk;
        this.site = site;
    }

    @GetMapping
    Page show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String intake,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "false") boolean list,
            Actor actor) {
        try {
            var first = day(from, firstOfYear());
            var last = day(to, figures.today());
            var counting = counting(first, last, actor);
            var chosen = list
                    ? counting.all().stream()
                            .filter(it -> intake.isEmpty() || it.intake().equals(intake))
                            .filter(it ->
                                    channel.isEmpty() || it.channel().name().equals(channel))
                            .filter(it -> month.isEmpty()
                                    || counting.month(it).toString().equals(month))
                            .toList()
                    : List.<Counted>of();
            return page(first, last, counting, list ? title(intake, channel, month) : "", chosen, FormErrors.none());
        } catch (RuleBroken refusal) {
            var first = firstOfYear();
            var counting = counting(first, figures.today(), actor);
            return page(first, figures.today(), counting, "", List.of(), FormErrors.of(refusal))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Page page(
            LocalDate from, LocalDate to, Counting counting, String chosen, List<Counted> list, FormErrors errors) {
        return new Page(
                "desk/figures",
                new FiguresPage(
                        from,
                        to,
                        counting.all().size(),
                        Stream.of(Channel.values())
                                .map(it -> Ui.word("desk.channel", it))
                                .toList(),
                        counting.byChannel(),
                        counting.months().stream().map(YearMonth::toString).toList(),
                        counting.byMonth(),
                        counting.clocks(),
                        chosen,
                        list,
                        errors));
    }

    private static String title(String intake, String channel, String month) {
        var parts = new ArrayList<String>();
        if (Counting.classes().contains(intake)) {
            parts.add(Counting.name(intake));
        }
        Stream.of(Channel.values())
                .filter(it -> it.name().equals(channel))
                .forEach(it -> parts.add(Ui.word("desk.channel", it)));
        if (!month.isEmpty()) {
            parts.add(month);
        }
        return parts.isEmpty() ? Ui.text("desk.figures.all") : String.join(" / ", parts);
    }

    private Counting counting(LocalDate from, LocalDate to, Actor actor) {
        return new Counting(figures.of(from, to, actor), "from=" + from + "&to=" + to, site.tz());
    }

    private LocalDate firstOfYear() {
        return LocalDate.of(fiscal(figures.today()), APRIL, 1);
    }

    private static int fiscal(LocalDate day) {
        return day.getMonthValue() < APRIL ? day.getYear() - 1 : day.getYear();
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isEmpty() ? otherwise : LocalDate.parse(typed);
        } catch (DateTimeException malformed) {
            throw new RuleBroken("desk.figures.period");
        }
    }

    /** Class by channel, as on the page. */
    @GetMapping("/table.csv")
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Actor actor) {
        var first = day(from, firstOfYear());
        var last = day(to, figures.today());
        var table = new ArrayList<List<String>>();
        table.add(Stream.of(
                        Stream.of(Ui.text("desk.figures.class")),
                        Stream.of(Channel.values()).map(it -> Ui.word("desk.channel", it)),
                        Stream.of(Ui.text("desk.figures.total")))
                .flatMap(it -> it)
                .toList());
        counting(first, last, actor)
                .byChannel()
                .forEach(row -> table.add(Stream.concat(
                                Stream.of(row.name()), row.cells().stream().map(cell -> String.valueOf(cell.count())))
                        .toList()));
        return new Csv(table).as("desk-" + first + "-" + last + ".csv");
    }

    /** The yearly table of reports: the kinds of event of the national form by fiscal year. */
    @GetMapping("/yearly.csv")
    ResponseEntity<byte[]> yearly(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Actor actor) {
        var first = day(from, firstOfYear());
        var last = day(to, figures.today());
        var reports = figures.of(first, last, actor).stream()
                .filter(it -> it.kind() == noroshi.desk.MatterKind.REPORT)
                .toList();
        var years = new TreeSet<Integer>();
        var counts = new TreeMap<String, Integer>();
        reports.forEach(it -> {
            var year = fiscal(LocalDate.ofInstant(it.openedAt(), site.tz()));
            years.add(year);
            counts.merge(it.eventClass() + " " + year, 1, Integer::sum);
            counts.merge(" total " + year, 1, Integer::sum);
        });
        var table = new ArrayList<List<String>>();
        table.add(Stream.concat(
                        Stream.of(Ui.text("desk.figures.event-class")),
                        years.stream().map(year -> Ui.text("desk.figures.fiscal", String.valueOf(year))))
                .toList());
        for (var option : eventClasses(actor)) {
            table.add(line(option.in(Ui.locale()), option.ja() + " ", years, counts));
        }
        table.add(line(Ui.text("desk.figures.open"), " ", years, counts));
        table.add(line(Ui.text("desk.figures.total"), " total ", years, counts));
        return new Csv(table).as("desk-yearly-" + first + "-" + last + ".csv");
    }

    private static List<String> line(String name, String key, TreeSet<Integer> years, TreeMap<String, Integer> counts) {
        return Stream.concat(
                        Stream.of(name), years.stream().map(year -> String.valueOf(counts.getOrDefault(key + year, 0))))
                .toList();
    }

    private List<Question.Option> eventClasses(Actor actor) {
        return desk.questions(actor).stream()
                .filter(question -> question.code().equals("event_class"))
                .flatMap(question -> question.options().stream())
                .toList();
    }
}
