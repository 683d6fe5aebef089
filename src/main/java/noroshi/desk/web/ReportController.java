package noroshi.desk.web;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Half;
import noroshi.desk.Telephone;
import noroshi.desk.UpwardReport;
import noroshi.desk.UpwardReports;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports upwards are composed, approved, sent and corrected. */
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
    Page list(Actor actor) {
        return page(FormErrors.none(), actor);
    }

    private Page page(FormErrors errors, Actor actor) {
        return new Page(
                "desk/reports",
                new ReportsPage(
                        reports.newest(actor),
                        reports.missed(actor),
                        reports.next(actor),
                        reports.rhythm(actor),
                        telephone.escalated(actor),
                        desk.staff(actor),
                        errors));
    }

    @PostMapping
    Object compose(
            @RequestParam LocalDate day,
            @RequestParam Half half,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        try {
            return Redirect.to("/desk/reports/" + reports.compose(day, half, words, actor))
                    .saying("desk.upward.composed");
        } catch (RuleBroken refusal) {
            return page(FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{report}")
    Page show(@PathVariable UUID report, @RequestParam(defaultValue = "false") boolean abridged, Actor actor) {
        return page(reports.show(report, actor), abridged, FormErrors.none(), actor);
    }

    private Page page(UpwardReport report, boolean abridged, FormErrors errors, Actor actor) {
        var known =
                names.of(Stream.empty(), Stream.concat(Stream.of(report.composedBy()), report.approvedBy().stream()));
        return new Page(
                "desk/report",
                new ReportPage(
                        report,
                        abridged,
                        known.person(report.composedBy()),
                        report.approvedBy().map(known::person).orElse(""),
                        desk.staff(actor),
                        !report.sent()
                                && actor.is(Role.OVERALL_LEAD)
                                && !report.composedBy().equals(actor.person()),
                        errors));
    }

    @PostMapping("/{report}/sending")
    Object send(@PathVariable UUID report, @RequestParam(defaultValue = "") String seen, Actor actor) {
        try {
            reports.send(report, Seen.moment(seen), actor);
            return Redirect.to("/desk/reports/" + report).saying("desk.upward.sent");
        } catch (RuleBroken refusal) {
            return page(reports.show(report, actor), false, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{report}/corrections")
    Object correct(@PathVariable UUID report, @RequestParam(defaultValue = "") String words, Actor actor) {
        try {
            return Redirect.to("/desk/reports/" + reports.correct(report, words, actor))
                    .saying("desk.upward.corrected");
        } catch (RuleBroken refusal) {
            return page(reports.show(report, actor), false, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/rhythm")
    Object begin(@RequestParam(defaultValue = "") String recipient, Actor actor) {
        try {
            reports.begin(recipient, actor);
            return Redirect.to("/desk/reports").saying("desk.upward.begun");
        } catch (RuleBroken refusal) {
            return page(FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/rhythm")
    Redirect end(Actor actor) {
        reports.end(actor);
        return Redirect.to("/desk/reports").saying("desk.upward.rhythm-ended");
    }
}
