package noroshi.desk.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import noroshi.desk.Capabilities;
import noroshi.desk.Cause;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.SupportKind;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An agency says what it can help with; the desk sees who helps with what. */
@Controller
@RequestMapping("/desk/capabilities")
class CapabilityController {
    private final Capabilities capabilities;
    private final ConsultationDesk desk;

    CapabilityController(Capabilities capabilities, ConsultationDesk desk) {
        this.capabilities = capabilities;
        this.desk = desk;
    }

    @GetMapping
    Page list(Actor actor) {
        return page(CapabilityPage.Typed.NOTHING, FormErrors.none(), actor);
    }

    @PostMapping
    Object declare(
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") Set<String> kinds,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        capabilities.enter(actor);
        try {
            var chosen = new HashSet<SupportKind>();
            kinds.forEach(kind -> chosen.add(choice(SupportKind.class, kind)));
            capabilities.declare(choice(Cause.class, cause), chosen, words, actor);
            return Redirect.to("/desk/capabilities").saying("desk.capability.declared");
        } catch (RuleBroken refusal) {
            return page(new CapabilityPage.Typed(cause, Set.copyOf(kinds), words), FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping
    Redirect end(@RequestParam Cause cause, Actor actor) {
        capabilities.end(cause, actor);
        return Redirect.to("/desk/capabilities").saying("desk.capability.ended");
    }

    private Page page(CapabilityPage.Typed typed, FormErrors errors, Actor actor) {
        if (desk.staff(actor)) {
            return new Page("desk/capabilities", new CapabilityPage(false, agencies(actor), List.of(), typed, errors));
        }
        return new Page(
                "desk/capabilities", new CapabilityPage(true, List.of(), capabilities.own(actor), typed, errors));
    }

    private List<CapabilityPage.Agency> agencies(Actor actor) {
        return capabilities.all(actor).entrySet().stream()
                .map(it -> new CapabilityPage.Agency(
                        it.getKey().code(), it.getKey().in(Ui.locale()), it.getValue()))
                .toList();
    }

    private static <E extends Enum<E>> E choice(Class<E> of, String name) {
        try {
            return Enum.valueOf(of, name);
        } catch (IllegalArgumentException unknown) {
            throw new RuleBroken("desk.choice");
        }
    }
}
