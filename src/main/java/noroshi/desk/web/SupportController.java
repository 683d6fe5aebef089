package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.NewSupport;
import noroshi.desk.Support;
import noroshi.desk.SupportDesk;
import noroshi.desk.SupportKind;
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

/** The desk asks for help; an agency answers and returns what it found. */
@Controller
@RequestMapping("/desk/{reference}/supports")
class SupportController {
    private final ConsultationDesk desk;
    private final SupportDesk supports;
    private final MatterPages pages;

    SupportController(ConsultationDesk desk, SupportDesk supports, MatterPages pages) {
        this.desk = desk;
        this.supports = supports;
        this.pages = pages;
    }

    @PostMapping
    Object ask(
            @PathVariable String reference,
            @RequestParam UUID agency,
            @RequestParam(defaultValue = "") Set<SupportKind> kinds,
            @RequestParam(defaultValue = "REMOTE") Support.Mode mode,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam Optional<LocalDate> endsOn,
            HttpServletRequest request,
            Actor actor) {
        return act(
                reference,
                MatterPage.Typed.all("support", request),
                "desk.support.asked",
                it -> supports.ask(it, new NewSupport(agency, kinds, mode, words, scope, endsOn), actor),
                actor);
    }

    @PostMapping("/{support}/answer")
    Object answer(
            @PathVariable String reference,
            @PathVariable UUID support,
            @RequestParam Support.Verdict verdict,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            Actor actor) {
        return act(
                reference,
                MatterPage.Typed.all(support.toString(), request),
                "desk.support.answered",
                it -> supports.answer(it, support, verdict, words, actor),
                actor);
    }

    @PostMapping("/{support}/findings")
    Object find(
            @PathVariable String reference,
            @PathVariable UUID support,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request,
            Actor actor) {
        return act(
                reference,
                MatterPage.Typed.all(support.toString(), request),
                "desk.support.found",
                it -> supports.find(it, support, body, actor),
                actor);
    }

    @DeleteMapping("/{support}")
    Object end(@PathVariable String reference, @PathVariable UUID support, Actor actor) {
        return act(
                reference,
                MatterPage.Typed.NOTHING,
                "desk.support.ended",
                it -> supports.end(it, support, actor),
                actor);
    }

    private Object act(String reference, MatterPage.Typed before, String said, Consumer<Matter> verb, Actor actor) {
        var matter = desk.show(reference, actor);
        try {
            verb.accept(matter);
            return Redirect.to(matter.path() + "#supports").saying(said);
        } catch (RuleBroken refusal) {
            var typed = before.refused(FormErrors.of(refusal));
            return new Page("desk/show", pages.page(desk.show(reference, actor), typed, actor))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
