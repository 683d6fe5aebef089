package noroshi.insight.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import noroshi.insight.OpenedOutside;
import noroshi.insight.OwnFigures;
import noroshi.insight.web.FigureList.Cell;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Level;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's administrator sees who outside opened what is theirs. */
@Controller
class OutsideController {
    private final OwnFigures own;
    private final Topics topics;
    private final Members members;
    private final Periods periods;

    OutsideController(OwnFigures own, Topics topics, Members members, Periods periods) {
        this.own = own;
        this.topics = topics;
        this.members = members;
        this.periods = periods;
    }

    @GetMapping("/insight/outside")
    Page show(@ModelAttribute PeriodForm form, @RequestParam(defaultValue = "1") int page, Actor actor) {
        return new Page("insight/outside", page(form, page, false, actor));
    }

    @GetMapping({"/insight/outside.csv", "/insight/outside.xlsx"})
    ResponseEntity<byte[]> export(@ModelAttribute PeriodForm form, Actor actor) {
        var all = page(form, 1, true, actor);
        var period = all.chosen().period();
        return Tables.outside(all).as("outside-" + period.from() + "-" + period.to(), Ui.path());
    }

    /** How many organisations opened each topic, or how many topics each organisation opened. */
    @GetMapping({"/insight/outside/counted", "/insight/outside/counted.csv", "/insight/outside/counted.xlsx"})
    Object counted(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var all = page(form, 1, true, actor);
        var organisations = show.equals("organisations");
        var counted = all.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> organisations ? row.opener() : row.topic(), LinkedHashMap::new, Collectors.toList()))
                .values();
        var title = Ui.text(organisations ? "insight.outside.organisation" : "insight.outside.topics");
        var path = all.chosen().at("/insight/outside/counted");
        return FigureLists.answer(
                all.chosen(),
                new FigureLists.Words(
                        title,
                        Ui.text("insight.waits.within", all.chosen().words(), counted.size()),
                        List.of(
                                title,
                                Ui.text(organisations ? "insight.outside.topics" : "insight.outside.organisation"))),
                counted.stream()
                        .map(rows -> List.of(
                                organisations
                                        ? Cell.of(rows.getFirst().organisation())
                                        : Cell.link(
                                                rows.getFirst().title(),
                                                "/topics/" + rows.getFirst().topic()),
                                Cell.number(rows.size())))
                        .toList(),
                List.of("/insight/outside/counted", all.chosen().at("") + "&show=" + show),
                List.of(
                        new Step(Ui.text("insight.outside.topics"), path, !organisations),
                        new Step(Ui.text("insight.outside.organisation"), path + "&show=organisations", organisations)),
                page);
    }

    private OutsidePage page(PeriodForm form, int number, boolean whole, Actor actor) {
        var chosen = periods.choose(form, actor);
        var opened = own.outside(chosen.period(), actor);
        var leaf = whole ? new Leaf<>(opened, 1, false) : Leaf.of(opened, number);
        var ids = leaf.rows().stream().map(OpenedOutside::topic).distinct().toList();
        var titles = topics.rows(ids, Level.valueOf(Ui.level().name()), actor).stream()
                .collect(Collectors.toMap(TopicRow::id, TopicRow::title));
        var names = members.organisations(
                leaf.rows().stream().map(OpenedOutside::organisation).distinct().toList());
        var rows = leaf.rows().stream()
                .map(each -> new OutsidePage.Row(
                        each.topic(),
                        titles.getOrDefault(each.topic(), ""),
                        each.organisation(),
                        Optional.ofNullable(names.get(each.organisation()))
                                .map(name -> name.in(Ui.locale()))
                                .orElse(""),
                        each.firstAt(),
                        each.people()))
                .toList();
        return new OutsidePage(
                chosen,
                rows,
                (int) opened.stream().map(OpenedOutside::topic).distinct().count(),
                (int) opened.stream()
                        .map(OpenedOutside::organisation)
                        .distinct()
                        .count(),
                leaf.number(),
                leaf.more());
    }
}
