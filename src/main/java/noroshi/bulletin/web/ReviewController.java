package noroshi.bulletin.web;

import java.util.UUID;
import java.util.function.Supplier;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.ReviewDesk;
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

/** Manuscripts are looked at, handed in, judged and released. */
@Controller
@RequestMapping("/bulletins/manuscripts/{id}")
class ReviewController {
    private final Newsroom newsroom;
    private final ReviewDesk desk;
    private final Reviews reviews;

    ReviewController(Newsroom newsroom, ReviewDesk desk, Reviews reviews) {
        this.newsroom = newsroom;
        this.desk = desk;
        this.reviews = reviews;
    }

    @GetMapping("/review")
    Page look(@PathVariable UUID id, @RequestParam(defaultValue = "preview-1") String step, Actor actor) {
        var page = step.matches("preview-\\d{1,4}") ? Integer.parseInt(step.substring(8)) : 1;
        return reviews.page(id, page, "", FormErrors.none(), actor);
    }

    @PostMapping("/review")
    Object submit(@PathVariable UUID id, @RequestParam int lock, Actor actor) {
        return done(id, "", actor, () -> {
            newsroom.submit(id, lock, actor);
            return here(id).saying("bulletin.submitted");
        });
    }

    @DeleteMapping("/review")
    Object recall(@PathVariable UUID id, @RequestParam int lock, Actor actor) {
        return done(id, "", actor, () -> {
            newsroom.recall(id, lock, actor);
            return Redirect.to("/bulletins/manuscripts/" + id).saying("bulletin.recalled");
        });
    }

    @PostMapping("/approval")
    Object approve(@PathVariable UUID id, @RequestParam int lock, Actor actor) {
        return done(id, "", actor, () -> {
            desk.approve(id, lock, actor);
            return here(id).saying("bulletin.approved");
        });
    }

    @PostMapping("/return")
    Object giveBack(
            @PathVariable UUID id,
            @RequestParam int lock,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return done(id, reason, actor, () -> {
            desk.giveBack(id, lock, reason, actor);
            return here(id).saying("bulletin.returned");
        });
    }

    @PostMapping("/publication")
    Object publish(@PathVariable UUID id, @RequestParam int lock, Actor actor) {
        return done(
                id,
                "",
                actor,
                () -> Redirect.to("/topics/" + newsroom.publish(id, lock, actor))
                        .saying("bulletin.published"));
    }

    @PostMapping("/release")
    Object release(
            @PathVariable UUID id,
            @RequestParam int lock,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return done(
                id,
                reason,
                actor,
                () -> Redirect.to("/topics/" + newsroom.release(id, lock, reason, actor))
                        .saying("bulletin.released"));
    }

    private Object done(UUID id, String reason, Actor actor, Supplier<Redirect> act) {
        try {
            return act.get();
        } catch (RuleBroken refusal) {
            return reviews.page(id, 1, reason, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Redirect here(UUID id) {
        return Redirect.to("/bulletins/manuscripts/" + id + "/review");
    }
}
