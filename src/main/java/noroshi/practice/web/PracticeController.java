package noroshi.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.practice.PracticeDesk;
import noroshi.shared.Actor;
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

/** 練習: somebody tries out reporting, and is answered. */
@Controller
@RequestMapping("/desk/practice")
class PracticeController {
    private final PracticeDesk practices;
    private final ConsultationDesk desk;
    private final PracticePages pages;

    PracticeController(PracticeDesk practices, ConsultationDesk desk, PracticePages pages) {
        this.practices = practices;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    Page practise(Actor actor) {
        return pages.practise(PracticeForm.blank(), FormErrors.none(), actor);
    }

    @PostMapping
    Object send(HttpServletRequest request, @RequestParam(defaultValue = "send") String step, Actor actor) {
        var form = PracticeForm.read(request);
        if (step.equals("parties")) {
            return pages.practise(form, FormErrors.none(), actor);
        }
        try {
            var practice = form.practice(desk.questions(actor));
            if (pages.unseen(form, actor)) {
                return again(form, FormErrors.none().and("recipient", "practice.parties-unseen"), actor);
            }
            return Redirect.to("/desk/practice/" + practices.send(practice, actor))
                    .saying("practice.sent");
        } catch (RuleBroken refusal) {
            var kept = refusal.key().equals(PracticeDesk.RECEIVED) ? form.another() : form;
            return again(kept, FormErrors.of(refusal), actor);
        }
    }

    private Page again(PracticeForm form, FormErrors errors, Actor actor) {
        return pages.practise(form, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{practice}")
    Page show(@PathVariable UUID practice, Actor actor) {
        return pages.show(practice, actor);
    }

    @DeleteMapping("/{practice}")
    Redirect delete(@PathVariable UUID practice, Actor actor) {
        practices.delete(practice, actor);
        return Redirect.to("/desk/practice").saying("practice.deleted");
    }

    @DeleteMapping
    Redirect deleteAll(Actor actor) {
        practices.deleteAll(actor);
        return Redirect.to("/desk/practice").saying("practice.deleted");
    }
}
