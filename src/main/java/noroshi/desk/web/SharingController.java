package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Sharing;
import noroshi.desk.Wanted;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One more organisation is let in, or one let out. */
@Controller
@RequestMapping("/desk/{reference}")
class SharingController {
    private final ConsultationDesk desk;
    private final Sharing sharing;
    private final MatterPages pages;

    SharingController(ConsultationDesk desk, Sharing sharing, MatterPages pages) {
        this.desk = desk;
        this.sharing = sharing;
        this.pages = pages;
    }

    /** What a decision about a proposal can be. */
    enum Decision {
        AGREE,
        REFUSE,
        CARRY_OUT
    }

    /** The reporter lets them read at once; the desk proposes it to the reporter. */
    @PostMapping("/recipients")
    Object share(
            @PathVariable String reference,
            @RequestParam UUID organisation,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean damage,
            @RequestParam(defaultValue = "false") boolean technical,
            HttpServletRequest request,
            Actor actor) {
        var matter = desk.show(reference, actor);
        try {
            var wanted = new Wanted(reason, damage, technical);
            if (matter.ours()) {
                sharing.share(matter, organisation, wanted, actor);
                return Redirect.to(matter.path() + "#told").saying("desk.shared");
            }
            sharing.propose(matter, organisation, wanted, actor);
            return Redirect.to(matter.path() + "#told").saying("desk.proposed");
        } catch (RuleBroken refusal) {
            var typed = MatterPage.Typed.all("share", request).refused(FormErrors.of(refusal));
            return new Page("desk/show", pages.page(matter, typed, actor)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/recipients/{recipient}")
    Redirect stop(@PathVariable String reference, @PathVariable UUID recipient, Actor actor) {
        var matter = desk.show(reference, actor);
        sharing.stop(matter, recipient, actor);
        return Redirect.to(matter.path() + "#told").saying("desk.stopped");
    }

    @PostMapping("/proposals/{proposal}")
    Redirect decide(
            @PathVariable String reference, @PathVariable UUID proposal, @RequestParam Decision decision, Actor actor) {
        var matter = desk.show(reference, actor);
        switch (decision) {
            case AGREE -> sharing.decide(matter, proposal, true, actor);
            case REFUSE -> sharing.decide(matter, proposal, false, actor);
            case CARRY_OUT -> sharing.carryOut(matter, proposal, actor);
        }
        return Redirect.to(matter.path() + "#told").saying("desk.decided-now");
    }
}
