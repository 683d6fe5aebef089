package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.HeldEvidence;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Evidence that is too large to be sent is said to be held: what, where, with which hash, by whom. */
@Controller
class HeldEvidenceController {
    private final ConsultationDesk desk;
    private final MatterPages pages;

    HeldEvidenceController(ConsultationDesk desk, MatterPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @PostMapping("/desk/{reference}/evidence")
    Object hold(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "") String holder,
            HttpServletRequest request,
            Actor actor) {
        try {
            var held = new HeldEvidence(what, place, sha256, holder);
            var comment = desk.say(reference, words(held), List.of(), actor);
            return Redirect.to("/desk/" + reference + "#c-" + comment).saying("desk.held.said");
        } catch (RuleBroken refusal) {
            var typed = MatterPage.Typed.all("evidence", request).refused(FormErrors.of(refusal));
            return new Page("desk/show", pages.page(desk.show(reference, actor), typed, actor))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static String words(HeldEvidence held) {
        var hash = held.sha256().isEmpty() ? Ui.text("desk.held.no-hash") : "`" + held.sha256() + "`";
        return Ui.text("desk.held.words", held.what(), held.place(), hash, held.holder());
    }
}
