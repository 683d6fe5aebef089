package noroshi.insight.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.OwnFigures;
import noroshi.insight.web.FigureList.Cell;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists behind the figures of one's own organisation. */
@Controller
@RequestMapping("/insight")
class OwnController {
    private final OwnFigures own;
    private final OwnPages pages;
    private final Members members;
    private final Periods periods;

    OwnController(OwnFigures own, OwnPages pages, Members members, Periods periods) {
        this.own = own;
        this.pages = pages;
        this.members = members;
        this.periods = periods;
    }

    @GetMapping({"/own.csv", "/own.xlsx"})
    ResponseEntity<byte[]> own(
            @ModelAttribute PeriodForm form, @RequestParam(defaultValue = "") String show, Actor actor) {
        var chosen = periods.choose(form, actor);
        return Tables.own(pages.rows(chosen, show, actor)).as(name("own", chosen), Ui.path());
    }

    /** What one of the administrator's own people opened, or when they signed in. */
    @GetMapping("/people/{person}")
    Page person(
            @PathVariable UUID person,
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var logins = show.equals("logins");
        var all = rows(person, chosen, logins, actor);
        var leaf = Leaf.of(all, page);
        var name = Optional.ofNullable(members.names(List.of(person)).get(person))
                .map(it -> it.in(Ui.locale()))
                .orElse("");
        var path = chosen.at("/insight/people/" + person);
        return new Page(
                "insight/list",
                new FigureList(
                        chosen,
                        name,
                        Ui.text(logins ? "insight.waits.within" : "insight.person.within", chosen.words(), all.size()),
                        List.of(
                                new Step(Ui.text("insight.title"), chosen.at("/insight"), false),
                                new Step(name, Ui.path(), true)),
                        List.of(
                                new Step(Ui.text("insight.opened"), path, !logins),
                                new Step(Ui.text("insight.logins"), path + "&show=logins", logins)),
                        headings(logins),
                        leaf.rows(),
                        List.of(
                                "/insight/people/" + person + "/list",
                                chosen.at("") + "&show=" + (logins ? "logins" : "opened")),
                        leaf.number(),
                        leaf.more()));
    }

    @GetMapping({"/people/{person}/list.csv", "/people/{person}/list.xlsx"})
    ResponseEntity<byte[]> export(
            @PathVariable UUID person,
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var logins = show.equals("logins");
        return FigureList.sheet(headings(logins), rows(person, chosen, logins, actor))
                .as(name("person", chosen), Ui.path());
    }

    private static List<String> headings(boolean logins) {
        return logins
                ? List.of(Ui.text("insight.logins"))
                : List.of(Ui.text("insight.topic"), Ui.text("insight.first"));
    }

    private List<List<Cell>> rows(UUID person, Chosen chosen, boolean logins, Actor actor) {
        return logins
                ? own.logins(person, chosen.period(), actor).stream()
                        .map(at -> List.of(Cell.at(at)))
                        .toList()
                : own.opened(person, chosen.period(), actor).stream()
                        .map(each ->
                                List.of(Cell.link(each.title(), "/topics/" + each.topic()), Cell.at(each.firstAt())))
                        .toList();
    }

    private static String name(String what, Chosen chosen) {
        return what + "-" + chosen.period().from() + "-" + chosen.period().to();
    }
}
