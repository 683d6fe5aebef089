package noroshi.bulletin.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.ReviewDesk;
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

/** The newsroom's own list, and the second reviews of urgent releases. */
@Controller
@RequestMapping("/bulletins")
class DeskController {
    private final ReviewDesk desk;
    private final Desks desks;

    DeskController(ReviewDesk desk, Desks desks) {
        this.desk = desk;
        this.desks = desks;
    }

    @GetMapping("/manuscripts")
    Page list(Actor actor) {
        return desks.page(DeskPage.Typed.NOTHING, FormErrors.none(), actor);
    }

    @PostMapping("/{topic}/versions/{version}/review")
    Object review(
            @PathVariable UUID topic,
            @PathVariable int version,
            @RequestParam(defaultValue = "confirmed") String verdict,
            @RequestParam(defaultValue = "") String remark,
            Actor actor) {
        try {
            var objection = verdict.equals("objected") ? Optional.of(remark) : Optional.<String>empty();
            desk.review(topic, version, objection, actor);
            return Redirect.to("/bulletins/manuscripts").saying("bulletin.reviewed");
        } catch (RuleBroken refusal) {
            return desks.page(new DeskPage.Typed(Optional.of(topic), remark), FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
