package noroshi.topic.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Entrustings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people and organisations leave behind is entrusted to a window. */
@Controller
@RequestMapping("/organisations/{id}/topics")
class EntrustingController {
    private final Entrustings entrustings;
    private final EntrustingPages pages;

    EntrustingController(Entrustings entrustings, EntrustingPages pages) {
        this.entrustings = entrustings;
        this.pages = pages;
    }

    /** With topics named, shows first what would be done. */
    @GetMapping
    Page show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<UUID> topic,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "1") int trusts,
            Actor actor) {
        if (!preview) {
            return pages.list(id, page, trusts, actor);
        }
        try {
            return pages.preview(id, topic, to, page, actor);
        } catch (RuleBroken refusal) {
            return pages.again(id, topic, to, page, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/entrusting")
    Object entrust(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> topic,
            @RequestParam(defaultValue = "") String to,
            Actor actor) {
        try {
            var done = entrustings.entrust(id, topic, to, actor);
            var there = Redirect.to("/organisations/" + id + "/topics#entrusted");
            return done == 0 ? there.saying("topic.entrusting.already") : there.saying("topic.entrusting.done", done);
        } catch (RuleBroken refusal) {
            return pages.again(id, Set.copyOf(topic), to, 1, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{topic}/return")
    Redirect takeBack(@PathVariable UUID id, @PathVariable UUID topic, Actor actor) {
        entrustings.takeBack(id, topic, actor);
        return Redirect.to("/organisations/" + id + "/topics#entrusted").saying("topic.entrusting.returned");
    }
}
