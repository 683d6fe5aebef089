package noroshi.desk.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Counted;
import noroshi.desk.DeskFigures;
import noroshi.desk.Reached;
import noroshi.desk.ToldToAll;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
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

    private final DeskFigures figures;
    private final ConsultationDesk desk;
    private final Members members;
    private final SiteSettings site;

    FiguresController(DeskFigures figures, ConsultationDesk desk, Members members, SiteSettings site) {
        this.figures = figures;
        this.desk = desk;
        this.members = members;
        this.site = site;
    }

    @GetMapping
    Page show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            FiguresChosen chosen,
            Actor actor) {
        try {
            var first = day(from, firstOfYear());
            var last = day(to, figures.today());
            var counting = counting(first, last, actor);
            return page(
                    first,
                    last,
                    counting,
                    chosen.opens() ? chosen.title(counting.labels()) : "",
                    chosen.opens() ? lines(chosen, counting) : List.of(),
                    FormErrors.none());
        } catch (RuleBroken refusal) {
            var first = firstOfYear();
            var counting = counting(first, figures.today(), actor);
            return page(first, figures.today(), counting, "", List.of(), FormErrors.of(refusal))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Page page(
            LocalDate from,
            LocalDate to,
            Counting counting,
            String chosen,
            List<FiguresPage.Line> list,
            FormErrors errors) {
        return new Page(
                "desk/figures",
                new FiguresPage(
                        from,
                        to,
                        counting.all().size(),
                        Stream.of(
                                        counting.byChannel(),
                                        counting.byMonth(),
                                        counting.byEffect(),
                                        counting.bySector(),
                                        counting.byTold())
                                .filter(table -> table.rows().size() > 1
                                        && !table.columns().isEmpty())
                                .toList(),
                        counting.clocks(),
                        counting.reach(),
                        chosen,
                        list,
                        errors));
    }

    private List<FiguresPage.Line> lines(FiguresChosen chosen, Counting counting) {
        if (chosen.ofReached()) {
            var told = counting.reached().stream().filter(chosen.reached()).toList();
            var names = members.organisations(
                    told.stream().map(Reached::organisation).distinct().toList());
            return told.stream().map(it -> line(it, names)).toList();
        }
        return counting.all().stream()
                .filter(chosen.wanted(site.tz()))
                .map(FiguresController::line)
                .toList();
    }

    private static FiguresPage.Line line(Counted it) {
        return new FiguresPage.Line(
                it.number(),
                it.title(),
                it.path(),
                List.of(Ui.word("desk.channel", it.channel()), Ui.word("desk.status", it.status())),
                it.told().map(ToldToAll.Where::path).orElse(""),
                it.openedAt());
    }

    private static FiguresPage.Line line(Reached it, Map<UUID, OrganisationName> names) {
        return new FiguresPage.Line(
                it.number(),
                it.title(),
                it.path(),
                List.of(
                        Optional.ofNullable(names.get(it.organisation()))
                                .map(name -> name.in(Ui.locale()))
                                .orElse(""),
                        it.untilFirstView()
                                .map(time -> Ui.text("desk.figures.opened-after", Ui.length(time)))
                                .orElseGet(() -> Ui.text("desk.figures.not-opened"))),
                "",
                it.addedAt());
    }

    private Counting counting(LocalDate from, LocalDate to, Actor actor) {
        return new Counting(
                figures.of(from, to, actor),
                figures.reached(from, to, actor),
                "from=" + from + "&to=" + to,
                site.tz(),
                figures.labels(actor));
    }

    private LocalDate firstOfYear() {
        return YearlyTable.begin(figures.today());
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
        var counted = counting(first, last, actor).byChannel();
        var table = new ArrayList<List<String>>();
        table.add(Stream.of(
                        Stream.of(counted.head()), counted.columns().stream(), Stream.of(Ui.text("desk.figures.total")))
                .flatMap(it -> it)
                .toList());
        counted.rows()
                .forEach(row -> table.add(Stream.concat(
                                Stream.of(row.name()), row.cells().stream().map(cell -> String.valueOf(cell.count())))
                        .toList()));
        return new Csv(table).as("desk-" + first + "-" + last + ".csv");
    }

    /** The yearly table of reports. */
    @GetMapping("/yearly.csv")
    ResponseEntity<byte[]> yearly(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Actor actor) {
        var first = day(from, firstOfYear());
        var last = day(to, figures.today());
        var classes = desk.everToChoose("event_class", actor);
        return new Csv(new YearlyTable(
                                figures.of(first, last, actor),
                                classes,
                                figures.informed(first, last, actor),
                                site.tz())
                        .rows())
                .as("desk-yearly-" + first + "-" + last + ".csv");
    }
}
