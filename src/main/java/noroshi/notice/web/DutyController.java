package noroshi.notice.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.notice.Answer;
import noroshi.notice.DutyDesk;
import noroshi.notice.Notices;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The duty desk asks again, looks again, and notes what came of a call. */
@Controller
@RequestMapping("/notices")
class DutyController {
    private final DutyDesk desk;
    private final Notices notices;
    private final NoticeParts parts;
    private final NoticePages pages;
    private final SiteSettings site;

    DutyController(DutyDesk desk, Notices notices, NoticeParts parts, NoticePages pages, SiteSettings site) {
        this.desk = desk;
        this.notices = notices;
        this.parts = parts;
        this.pages = pages;
        this.site = site;
    }

    @PostMapping("/{id}/reopening")
    Object reopen(@PathVariable UUID id, @ModelAttribute AnswerForm form, Actor actor) {
        return done(id, form, "notice.reopened", actor, () -> desk.reopen(id, form.words(), moment(form), actor));
    }

    @PostMapping("/{id}/recheck")
    Object recheck(@PathVariable UUID id, @RequestParam(defaultValue = "") String when, Actor actor) {
        var form = new AnswerForm("", "", when);
        return done(id, form, "notice.recheck-set", actor, () -> desk.recheck(id, moment(form), actor));
    }

    @PostMapping("/{id}/rechecked")
    Object rechecked(@PathVariable UUID id, @RequestParam(defaultValue = "") String found, Actor actor) {
        var form = new AnswerForm("", found, "");
        return done(id, form, "notice.rechecked", actor, () -> desk.rechecked(id, found, actor));
    }

    private Object done(UUID id, AnswerForm form, String said, Actor actor, Runnable act) {
        if (!notices.watching(actor)) {
            throw new NotFound();
        }
        try {
            act.run();
            return Redirect.to("/topics/" + id).saying(said);
        } catch (RuleBroken refusal) {
            return new Page("notice/answer", parts.of(id, form, AnswerForm.errors(refusal), actor))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Instant moment(AnswerForm form) {
        return Moments.read(form.until(), site.tz()).orElseThrow(() -> new RuleBroken("notice.until-missing"));
    }

    @GetMapping("/calls/{call}")
    Page call(@PathVariable UUID call, Actor actor) {
        return pages.call(call, "", AnswerForm.EMPTY, FormErrors.none(), actor);
    }

    @PostMapping("/calls/{call}")
    Object called(
            @PathVariable UUID call,
            @RequestParam(defaultValue = "") String reached,
            @ModelAttribute AnswerForm form,
            Actor actor) {
        var known = desk.call(call, actor);
        try {
            if (reached.isEmpty()) {
                throw new RuleBroken("notice.call.reached-missing");
            }
            var answer = form.answer().isEmpty() ? Optional.<Answer>empty() : Optional.of(form.read(site.tz()));
            desk.called(known.id(), reached.equals("yes"), form.words(), answer, actor);
            return Redirect.to("/notices").saying("notice.called");
        } catch (RuleBroken refusal) {
            return pages.call(call, reached, form, AnswerForm.errors(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
