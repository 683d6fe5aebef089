package noroshi.intel.permit.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.intel.permit.Permits;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one's own organisation is asked as a source, and what it answered. */
@Controller
@RequestMapping("/intel/permits")
class PermitController {
    private final Permits permits;

    PermitController(Permits permits) {
        this.permits = permits;
    }

    @GetMapping
    Page list(Actor actor) {
        return new Page("intel/permits", new PermitsPage(permits.own(actor), permits.now()));
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return show(id, "", FormErrors.none(), actor);
    }

    private Page show(UUID id, String words, FormErrors errors, Actor actor) {
        var permit = permits.show(id, actor);
        return new Page(
                "intel/permit", new PermitPage(permit, permits.mayAnswer(permit, actor), permits.now(), words, errors));
    }

    @PostMapping("/{id}/answer")
    Object answer(
            @PathVariable UUID id,
            @RequestParam boolean yes,
            @RequestParam(defaultValue = "") String words,
            @RequestParam Optional<Integer> days,
            Actor actor) {
        try {
            permits.answer(id, yes, words, days, actor);
            return Redirect.to("/intel/permits/" + id).saying(yes ? "permit.given" : "permit.refused");
        } catch (RuleBroken refusal) {
            return again(id, words, refusal, actor);
        }
    }

    @PostMapping("/{id}/revocation")
    Object revoke(@PathVariable UUID id, Actor actor) {
        try {
            permits.revoke(id, actor);
            return Redirect.to("/intel/permits/" + id).saying("permit.revoked");
        } catch (RuleBroken refusal) {
            return again(id, "", refusal, actor);
        }
    }

    private Page again(UUID id, String words, RuleBroken refusal, Actor actor) {
        var errors = FormErrors.none().and("words", refusal.key(), refusal.arguments());
        return show(id, words, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
