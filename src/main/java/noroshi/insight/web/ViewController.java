package noroshi.insight.web;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.TopicName;
import noroshi.insight.Viewed;
import noroshi.insight.Viewer;
import noroshi.insight.Views;
import noroshi.insight.WeekHour;
import noroshi.insight.web.FigureList.Cell;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Level;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which organisations and people stand behind a number of views. */
@Controller
@RequestMapping("/insight")
class ViewController {
    private final Views views;
    private final Members members;
    private final Periods periods;
    private final Titles titles;

    ViewController(Views views, Members members, Periods periods, Titles titles) {
        this.views = views;
        this.members = members;
        this.periods = periods;
        this.titles = titles;
    }

    /** Which views of a topic are asked for, as the address says it. */
    record Wanted(String level, String show, boolean whole, Optional<Integer> weekday, Optional<Integer> hour) {
        Wanted {
            weekday = weekday.filter(day -> day >= 1 && day <= 7);
            hour = hour.filter(it -> it >= 0 && it <= 23);
        }

        Optional<Level> at() {
            return Arrays.stream(Level.values())
                    .filter(each -> each.name().equals(level))
                    .findFirst();
        }

        Optional<WeekHour> within() {
            return weekday.flatMap(day -> hour.map(it -> new WeekHour(DayOfWeek.of(day), it)));
        }

        /** Those that count for a reach are those it is addressed to; those of views have some in the period. */
        boolean counts(Viewed each) {
            return switch (show) {
                case "reached" -> each.addressed();
                case "addressed" -> each.addressed() && each.views() > 0;
                default -> each.views() > 0;
            };
        }

        String address(String other) {
            return "&level=" + at().map(Enum::name).orElse("") + "&whole=" + whole
                    + within().map(it -> "&weekday=" + it.weekday().getValue() + "&hour=" + it.hour())
                            .orElse("")
                    + "&show=" + other;
        }
    }

    @GetMapping({"/topics/{id}/views", "/topics/{id}/views.csv", "/topics/{id}/views.xlsx"})
    Object viewed(
            @PathVariable UUID id,
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam Optional<Integer> weekday,
            @RequestParam Optional<Integer> hour,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var wanted = new Wanted(level, show.matches("reached|addressed") ? show : "views", whole, weekday, hour);
        var within = Optional.of(chosen.period()).filter(_ -> !whole);
        var of = views.viewed(id, wanted.at(), within, wanted.within(), actor);
        var rows = of.rows().stream().filter(wanted::counts).toList();
        var path = "/insight/topics/" + id + "/views";
        return FigureLists.answer(
                chosen,
                new FigureLists.Words(Ui.text("insight.viewed"), sub(of.topic(), chosen, wanted, rows), headings()),
                rows.stream().map(each -> cells(chosen, each)).toList(),
                List.of(path, chosen.at("") + wanted.address(wanted.show())),
                whole ? List.of() : shows(chosen.at(path), wanted),
                page);
    }

    private String sub(TopicName topic, Chosen chosen, Wanted wanted, List<Viewed> rows) {
        var level = wanted.at().map(it -> Ui.word("insight.level", it)).orElseGet(() -> Ui.text("insight.both-levels"));
        var when = wanted.whole()
                ? Ui.text("insight.viewed.whole")
                : wanted.within()
                        .map(it ->
                                Ui.text("insight.viewed.hour", chosen.words(), HoursPage.name(it.weekday()), it.hour()))
                        .orElseGet(chosen::words);
        var sum = rows.stream().mapToLong(Viewed::views).sum();
        return Ui.text("insight.viewed.sub", titles.of(topic), level, when, rows.size(), sum);
    }

    private static List<String> headings() {
        return List.of(
                Ui.text("insight.organisation"),
                Ui.text("insight.viewed.whether"),
                Ui.text("insight.first"),
                Ui.text("insight.after"),
                Ui.text("insight.views"));
    }

    private static List<Cell> cells(Chosen chosen, Viewed it) {
        return List.of(
                organisation(chosen, it.organisation()),
                Cell.of(Ui.text(it.addressed() ? "insight.viewed.addressed" : "insight.viewed.beside")),
                Cell.at(it.firstAt()),
                Cell.of(it.addressed() ? Ui.length(it.after()) : "–"),
                Cell.number(it.views()));
    }

    private static Cell organisation(Chosen chosen, OrganisationName it) {
        return Cell.link(it.in(Ui.locale()), chosen.at("/insight/reach/" + it.id()));
    }

    private static List<Step> shows(String path, Wanted wanted) {
        return List.of(
                new Step(
                        Ui.text("insight.viewed.views"),
                        path + wanted.address("views"),
                        wanted.show().equals("views")),
                new Step(
                        Ui.text("insight.viewed.reached"),
                        path + wanted.address("reached"),
                        wanted.show().equals("reached")));
    }

    @GetMapping({"/topics/{id}/people", "/topics/{id}/people.csv", "/topics/{id}/people.xlsx"})
    Object viewers(
            @PathVariable UUID id,
            @ModelAttribute PeriodForm form,
            @RequestParam Optional<UUID> organisation,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var of = views.viewers(id, organisation, actor);
        return FigureLists.answer(
                chosen,
                new FigureLists.Words(
                        Ui.text("insight.viewers"),
                        Ui.text(
                                "insight.viewers.of",
                                titles.of(of.topic()),
                                of.rows().size()),
                        people("insight.views")),
                cells(chosen, of.rows()),
                List.of(
                        "/insight/topics/" + id + "/people",
                        chosen.at("")
                                + organisation.map(it -> "&organisation=" + it).orElse("")),
                List.of(),
                page);
    }

    @GetMapping({"/reach/{id}/people", "/reach/{id}/people.csv", "/reach/{id}/people.xlsx"})
    Object people(
            @PathVariable UUID id,
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var of = views.viewers(id, chosen.period(), actor);
        return FigureLists.answer(
                chosen,
                new FigureLists.Words(
                        Ui.text("insight.viewers"),
                        Ui.text(
                                "insight.viewers.within",
                                of.organisation().in(Ui.locale()),
                                chosen.words(),
                                of.people().size()),
                        people("insight.viewers.bulletins")),
                cells(chosen, of.people()),
                List.of("/insight/reach/" + id + "/people", chosen.at("")),
                List.of(),
                page);
    }

    private static List<String> people(String number) {
        return List.of(
                Ui.text("insight.name"),
                Ui.text("insight.organisation"),
                Ui.text("insight.first"),
                Ui.text("insight.last"),
                Ui.text(number));
    }

    private List<List<Cell>> cells(Chosen chosen, List<Viewer> viewers) {
        var names =
                members.names(viewers.stream().map(Viewer::person).distinct().toList());
        return viewers.stream()
                .map(each -> List.of(
                        Optional.ofNullable(names.get(each.person()))
                                .map(name -> Cell.link(name.in(Ui.locale()), "/members/" + each.person()))
                                .orElseGet(() -> Cell.of(Ui.text("insight.viewers.unnamed"))),
                        organisation(chosen, each.organisation()),
                        Cell.at(each.firstAt()),
                        Cell.at(each.lastAt()),
                        Cell.number(each.number())))
                .toList();
    }
}
