package noroshi.insight.web;

import java.util.List;
import java.util.UUID;
import noroshi.insight.Insights;
import noroshi.insight.Reach;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures: the national picture for the Centre, one's own organisation's for everybody else. */
@Controller
@RequestMapping("/insight")
class InsightController {
    private final Insights insights;
    private final Reach reach;
    private final Periods periods;
    private final NationalPages national;
    private final ReachPages pages;
    private final OwnPages own;

    InsightController(
            Insights insights, Reach reach, Periods periods, NationalPages national, ReachPages pages, OwnPages own) {
        this.insights = insights;
        this.reach = reach;
        this.periods = periods;
        this.national = national;
        this.pages = pages;
        this.own = own;
    }

    @GetMapping
    Page show(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var answer = insights.national(actor)
                ? new Page("insight/show", national.page(chosen, actor))
                : new Page("insight/own", own.page(chosen, show, page, actor));
        return chosen.errors().any() ? answer.with(HttpStatus.UNPROCESSABLE_CONTENT) : answer;
    }

    @GetMapping({"/days.csv", "/days.xlsx"})
    ResponseEntity<byte[]> days(@ModelAttribute PeriodForm form, Actor actor) {
        var days = insights.days(actor);
        var chosen = periods.choose(form, actor);
        return new DailyFigures(chosen, days)
                .sheet()
                .as("insight-" + chosen.period().from() + "-" + chosen.period().to(), Ui.path());
    }

    @GetMapping("/topics")
    Page topics(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "level") String by,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var ranking = insights.ranking(chosen.period(), actor);
        var items = by.equals("item");
        var all = items ? ranking.byItem() : ranking.byLevel();
        var leaf = Leaf.of(national.lines(all, all.size()), page);
        var ways = List.of(
                new Step(Ui.text("insight.by.level"), chosen.at("/insight/topics") + "&by=level", !items),
                new Step(Ui.text("insight.by.item"), chosen.at("/insight/topics") + "&by=item", items));
        return new Page(
                "insight/topics", new TopicsPage(chosen, ways, leaf.rows(), ranking, leaf.number(), leaf.more()));
    }

    @GetMapping({"/topics.csv", "/topics.xlsx"})
    ResponseEntity<byte[]> topicsToTake(
            @ModelAttribute PeriodForm form, @RequestParam(defaultValue = "level") String by, Actor actor) {
        var chosen = periods.choose(form, actor);
        var ranking = insights.ranking(chosen.period(), actor);
        var all = by.equals("item") ? ranking.byItem() : ranking.byLevel();
        return Tables.ranking(national.lines(all, all.size()))
                .as("topics-" + chosen.period().from() + "-" + chosen.period().to(), Ui.path());
    }

    @GetMapping("/topics/{id}")
    Page topic(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Actor actor) {
        return new Page("insight/topic", pages.topic(reach.topic(id, actor), page));
    }
}
