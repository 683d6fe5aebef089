package noroshi.watch.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.watch.Hours;
import noroshi.watch.Mode;
import noroshi.watch.Post;
import noroshi.watch.Structure;
import noroshi.watch.web.StructurePage.TypedHours;
import noroshi.watch.web.StructurePage.TypedPost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Posts and hours of the watch: data, which the desk keeps. */
@Controller
@RequestMapping("/desk/watch")
class StructureController {
    private static final int DAY = 1440;

    private final Structure structure;

    StructureController(Structure structure) {
        this.structure = structure;
    }

    @GetMapping("/posts")
    Page show(Actor actor) {
        return page(TypedPost.NOTHING, TypedHours.NOTHING, FormErrors.none(), actor);
    }

    private Page page(TypedPost post, TypedHours hours, FormErrors errors, Actor actor) {
        return new Page(
                "watch/structure",
                new StructurePage(
                        structure.posts(actor), structure.ended(actor), structure.hours(actor), post, hours, errors));
    }

    @PostMapping("/posts")
    Object addPost(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "false") boolean event,
            @RequestParam(defaultValue = "false") boolean quiet,
            @RequestParam(defaultValue = "false") boolean onCall,
            Actor actor) {
        structure.enter(actor);
        try {
            var known = code.strip().toUpperCase(Locale.ROOT);
            structure.add(
                    new Post(known, nameJa, nameEn, 0, event, quiet, onCall, structure.today(), Optional.empty()),
                    actor);
            return Redirect.to("/desk/watch/posts").saying("watch.post.added");
        } catch (RuleBroken refusal) {
            var typed = new TypedPost(code, nameJa, nameEn, event, quiet, onCall);
            return page(typed, TypedHours.NOTHING, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/posts/{post}")
    Redirect endPost(@PathVariable String post, Actor actor) {
        structure.endPost(post, actor);
        return Redirect.to("/desk/watch/posts").saying("watch.post.ended");
    }

    @PostMapping("/posts/{post}/continuation")
    Redirect goOn(@PathVariable String post, Actor actor) {
        structure.goOn(post, actor);
        return Redirect.to("/desk/watch/posts").saying("watch.post.goes-on");
    }

    @PostMapping("/hours")
    Object addHours(
            @RequestParam(defaultValue = "QUIET") Mode mode,
            @RequestParam(defaultValue = "ALL") Hours.Days days,
            @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String begins,
            @RequestParam(defaultValue = "") String ends,
            Actor actor) {
        structure.enter(actor);
        try {
            var from = minutes(begins);
            var to = minutes(ends);
            structure.add(
                    new Hours(
                            UUID.randomUUID(),
                            mode,
                            nameJa,
                            nameEn,
                            days,
                            from,
                            to > from ? to - from : to + DAY - from,
                            structure.today(),
                            Optional.empty()),
                    actor);
            return Redirect.to("/desk/watch/posts").saying("watch.hours.added");
        } catch (RuleBroken refusal) {
            var typed = new TypedHours(mode.name(), days.name(), nameJa, nameEn, begins, ends);
            return page(TypedPost.NOTHING, typed, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/hours/{hours}")
    Redirect endHours(@PathVariable UUID hours, Actor actor) {
        structure.endHours(hours, actor);
        return Redirect.to("/desk/watch/posts").saying("watch.hours.ended");
    }

    private static int minutes(String typed) {
        try {
            return LocalTime.parse(typed).toSecondOfDay() / 60;
        } catch (DateTimeException malformed) {
            throw new RuleBroken("watch.hours.time");
        }
    }
}
