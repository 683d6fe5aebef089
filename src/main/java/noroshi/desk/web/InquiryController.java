package noroshi.desk.web;

import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Impact;
import noroshi.desk.Inquiries;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk asks the event owner about the impact, and their liaison answers. */
@Controller
class InquiryController {
    private final ConsultationDesk desk;
    private final Triage triage;
    private final Inquiries inquiries;
    private final MatterPages pages;
    private final OwnLists lists;

    InquiryController(ConsultationDesk desk, Triage triage, Inquiries inquiries, MatterPages pages, OwnLists lists) {
        this.desk = desk;
        this.triage = triage;
        this.inquiries = inquiries;
        this.pages = pages;
        this.lists = lists;
    }

    @PostMapping("/desk/{reference}/inquiries")
    Object ask(
            @PathVariable String reference,
            @RequestParam UUID owner,
            @RequestParam(defaultValue = "") String question,
            Actor actor) {
        var matter = desk.show(reference, actor);
        triage.enter(actor);
        try {
            inquiries.ask(matter, owner, question, actor);
            return Redirect.to(matter.path()).saying("desk.inquiry.sent");
        } catch (RuleBroken refusal) {
            var typed = new MatterPage.Typed("inquiry", question, FormErrors.of(refusal));
            return new Page("desk/show", pages.page(desk.show(reference, actor), typed, actor))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/desk/inquiries/{inquiry}")
    Object answer(
            @PathVariable UUID inquiry,
            @RequestParam(defaultValue = "UNKNOWN") Impact impact,
            @RequestParam(defaultValue = "") String extent,
            Actor actor) {
        try {
            inquiries.answer(inquiry, impact, extent, actor);
            return Redirect.to("/desk").saying("desk.inquiry.answered");
        } catch (RuleBroken refusal) {
            return lists.page(new ListPage.Typed(inquiry, impact, extent), FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
