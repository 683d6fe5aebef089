package noroshi.topic.web;

import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import noroshi.topic.StarterKit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A secretariat starts a community from the kit. */
@Controller
@RequestMapping("/communities/kit")
class KitController {
    private final StarterKit kit;

    KitController(StarterKit kit) {
        this.kit = kit;
    }

    @GetMapping
    Page begin(Actor actor) {
        if (!kit.mayStart(actor)) {
            throw new NotAllowed();
        }
        return new Page("topic/kit", new KitPage(KitForm.EMPTY, FormErrors.none()));
    }

    @PostMapping
    Object start(@ModelAttribute KitForm form, Actor actor) {
        if (!kit.mayStart(actor)) {
            throw new NotAllowed();
        }
        try {
            var id = kit.start(form.kit(Ui.locale()), actor);
            return Redirect.to("/communities/" + id).saying("topic.kit.started");
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and(KitForm.field(refusal), refusal.key(), refusal.arguments());
            return new Page("topic/kit", new KitPage(form, errors)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
