package noroshi.desk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Half;
import noroshi.desk.Series;
import noroshi.desk.Telephone;
import noroshi.desk.UpwardReport;
import noroshi.desk.UpwardReports;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports are composed, approved, sent and corrected. */
@Controller
@RequestMapping("/desk/reports")
class ReportController {
    private final UpwardReports reports;
    private final ConsultationDesk desk;
    private final Telephone telephone;
    private final Names names;

    ReportController(UpwardReports reports, ConsultationDesk desk, Telephone telephone, Names names) {
        this.reports = reports;
        this.desk = desk;
        this.telephone = telephone;
        this.names = names;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String series, Actor actor) {
        return page(series, Optional.empty(), FormErrors.none(), actor);
    }

    Page page(String series, Optional<ReportsPage.Typed> typed, FormErrors errors, Actor actor) {
        var all = reports.series(actor);
        return new Page(
                "desk/reports",
                new ReportsPage(
                        all,
                        reports.rhythms(actor),
                        reports.newest(series, actor),
                        reports.missed(actor),
                        reports.overtaken(actor),
                        reports.next(actor),
                        views(all, series),
                        telephone.escalated(actor),
                        desk.staff(actor),
                        typed,
                        errors));
    }

    private static List<Step> views(List<Series> all, String wanted) {
        var views = new ArrayList<Step>();
        views.add(new Step(Ui.text("desk.upward.all"), "/desk/reports", wanted.isEmpty()));
        all.forEach(it -> views.add(new Step(
                it.in(Ui.locale()),
                "/desk/reports?series=" + it.code(),
                it.code().equals(wanted))));
        return views;
    }

    @PostMapping
    Object compose(
            @RequestParam String series,
            @RequestParam LocalDate day,
            @RequestParam Half half,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        try {
            return Redirect.to("/desk/reports/" + reports.compose(series, day, half, words, actor))
                    .saying("desk.upward.composed");
        } catch (RuleBroken refusal) {
            return page("", Optional.empty(), FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{report}")
    Page show(@PathVariable UUID report, Actor actor) {
        return page(reports.show(report, actor), "", FormErrors.none(), actor);
    }

    private Page page(UpwardReport report, String words, FormErrors errors, Actor actor) {
        var known =
                names.of(Stream.empty(), Stream.concat(Stream.of(report.composedBy()), report.approvedBy().stream()));
        return new Page(
                "desk/report",
                new ReportPage(
                        reports.series(actor).stream()
                                .filter(it -> it.code().equals(report.series()))
                                .findFirst()
                                .orElseThrow(),
                        report,
                        known.person(report.composedBy()),
                        report.approvedBy().map(known::person).orElse(""),
                        desk.staff(actor),
                        !report.sent()
                                && actor.is(Role.OVERALL_LEAD)
                                && !report.composedBy().equals(actor.person()),
                        report.corrects().map(wrong -> ReportLines.between(reports.show(wrong, actor), report)),
                        words,
                        errors));
    }

    @PostMapping("/{report}/sending")
    Object send(@PathVariable UUID report, @RequestParam(defaultValue = "") String seen, Actor actor) {
        try {
            reports.send(report, Seen.moment(seen), actor);
            return Redirect.to("/desk/reports/" + report).saying("desk.upward.sent");
        } catch (RuleBroken refusal) {
            return again(report, "", refusal, actor);
        }
    }

    @PostMapping("/{report}/corrections")
    Object correct(@PathVariable UUID report, @RequestParam(defaultValue = "") String words, Actor actor) {
        try {
            return Redirect.to("/desk/reports/" + reports.correct(report, words, actor))
                    .saying("desk.upward.corrected");
        } catch (RuleBroken refusal) {
            return again(report, words, refusal, actor);
        }
    }

    private Page again(UUID report, String words, RuleBroken refusal, Actor actor) {
        return page(reports.show(report, actor), words, FormErrors.of(refusal), actor)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
