package noroshi.insight.web;

import java.util.ArrayList;
import java.util.List;
import noroshi.insight.Insights;
import noroshi.notice.NoticeFigures;
import noroshi.notice.NoticeTime;
import noroshi.notice.Notices;
import noroshi.notice.WaitingTimes;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Page;
import noroshi.site.Sheet;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import noroshi.site.chart.Bar;
import noroshi.site.chart.Figure;
import noroshi.site.chart.Histogram;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** How soon single organisations opened and answered what the Centre told them alone. */
@Controller
@RequestMapping("/insight")
class NoticeFiguresController {
    private final NoticeFigures figures;
    private final Notices notices;
    private final Insights insights;
    private final Periods periods;
    private final SiteSettings site;

    NoticeFiguresController(
            NoticeFigures figures, Notices notices, Insights insights, Periods periods, SiteSettings site) {
        this.figures = figures;
        this.notices = notices;
        this.insights = insights;
        this.periods = periods;
        this.site = site;
    }

    @GetMapping("/notices")
    Page show(@ModelAttribute PeriodForm form, Actor actor) {
        var chosen = chosen(form, actor);
        var found = figures(chosen, actor);
        return new Page(
                "insight/notices",
                new NoticeFiguresPage(
                        chosen,
                        found,
                        draw(found.views(), "insight.notices.view"),
                        draw(found.answers(), "insight.notices.answer"),
                        notices.watching(actor)));
    }

    @GetMapping({"/notices.csv", "/notices.xlsx"})
    ResponseEntity<byte[]> export(@ModelAttribute PeriodForm form, Actor actor) {
        var chosen = chosen(form, actor);
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("notice.column.sent"),
                Ui.text("notice.column.finding"),
                Ui.text("notice.column.severity"),
                Ui.text("insight.notices.view.minutes"),
                Ui.text("insight.notices.answer.minutes"),
                Ui.text("notice.late"),
                Ui.text("insight.notices.synthetic.column")));
        figures(chosen, actor).times().forEach(time -> table.add(row(time)));
        return new Sheet(table)
                .as("notices-" + chosen.period().from() + "-" + chosen.period().to(), Ui.path());
    }

    private static List<String> row(NoticeTime time) {
        return List.of(
                Ui.machineTime(time.sentAt()),
                Ui.word("notice.finding", time.finding()),
                Ui.text("site.severity." + time.severity()),
                time.untilView().map(it -> String.valueOf(it.toMinutes())).orElse(""),
                time.untilAnswer().map(it -> String.valueOf(it.toMinutes())).orElse(""),
                time.late() ? "1" : "",
                time.synthetic() ? "1" : "");
    }

    private Chosen chosen(PeriodForm form, Actor actor) {
        if (!insights.national(actor)) {
            throw new NotFound();
        }
        return periods.choose(form, actor);
    }

    private NoticeFigures.Figures figures(Chosen chosen, Actor actor) {
        var from = chosen.period().from().atStartOfDay(site.tz()).toInstant();
        var until = chosen.period().to().plusDays(1).atStartOfDay(site.tz()).toInstant();
        return figures.of(from, until, actor);
    }

    private static Figure draw(WaitingTimes times, String title) {
        var bars = new ArrayList<Bar>();
        for (int at = 0; at < times.counts().size(); at++) {
            bars.add(new Bar(
                    Ui.text("notice.wait." + at),
                    times.counts().get(at),
                    at < WaitingTimes.LIMITS.size() ? Bar.Tone.FULL : Bar.Tone.SOFT));
        }
        bars.add(new Bar(Ui.text("notice.wait.never"), times.never(), Bar.Tone.NONE));
        return new Histogram(Ui.text(title), Ui.text("insight.notices.count"), bars, 0, "").draw(finding(times));
    }

    static String finding(WaitingTimes times) {
        return times.median()
                .map(median -> Ui.text("insight.notices.finding", times.notices(), Ui.length(median), times.never()))
                .orElse(Ui.text("insight.notices.nothing"));
    }
}
