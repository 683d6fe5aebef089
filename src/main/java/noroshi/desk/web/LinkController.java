package noroshi.desk.web;

import noroshi.desk.ConsultationDesk;
import noroshi.desk.Linked;
import noroshi.desk.Links;
import noroshi.desk.Triage;
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

/** The desk says which matters belong together. */
@Controller
@RequestMapping("/desk/{reference}/links")
class LinkController {
    private final ConsultationDesk desk;
    private final Triage triage;
    private final Links links;
    private final MatterPages pages;

    LinkController(ConsultationDesk desk, Triage triage, Links links, MatterPages pages) {
        this.desk = desk;
        this.triage = triage;
        this.links = links;
        this.pages = pages;
    }

    @PostMapping
    Object link(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String linkedTo,
            @RequestParam(defaultValue = "RELATED") Linked.Kind bond,
            Actor actor) {
        var matter = desk.show(reference, actor);
        triage.enter(actor);
        try {
            links.link(matter, desk.show(linkedTo, actor), bond, actor);
            return Redirect.to(matter.path() + "#ticket").saying("desk.linked");
        } catch (RuleBroken refusal) {
            var typed = new MatterPage.Typed("link", linkedTo, FormErrors.of(refusal));
            return new Page("desk/show", pages.page(matter, typed, actor)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/{linked}")
    Redirect unlink(@PathVariable String reference, @PathVariable String linked, Actor actor) {
        var matter = desk.show(reference, actor);
        triage.enter(actor);
        links.unlink(matter, desk.show(linked, actor), actor);
        return Redirect.to(matter.path() + "#ticket").saying("desk.unlinked");
    }
}
