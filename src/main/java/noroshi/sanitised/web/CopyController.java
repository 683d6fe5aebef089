package noroshi.sanitised.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import noroshi.desk.Channel;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.sanitised.Said;
import noroshi.sanitised.SanitisedCopies;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
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

/** The desk takes names out of a matter; its reporter sees what is left and says yes or no. */
@Controller
@RequestMapping("/desk/{reference}/copy")
class CopyController {
    private final ConsultationDesk desk;
    private final SanitisedCopies copies;
    private final CopyPages pages;

    CopyController(ConsultationDesk desk, SanitisedCopies copies, CopyPages pages) {
        this.desk = desk;
        this.copies = copies;
        this.pages = pages;
    }

    @GetMapping
    Page show(@PathVariable String reference, Actor actor) {
        return page(desk.show(reference, actor), FormErrors.none(), "", actor);
    }

    private Page page(Matter matter, FormErrors errors, String typed, Actor actor) {
        var copy = copies.of(matter, actor).orElseThrow(NotFound::new);
        if (desk.staff(actor)) {
            return new Page("sanitised/write", pages.writing(matter, copy, errors, actor));
        }
        var asking = copy.asking().orElseThrow(NotFound::new);
        return new Page("sanitised/consent", pages.consent(matter, asking, errors, typed, actor));
    }

    @PostMapping
    Redirect begin(@PathVariable String reference, Actor actor) {
        var matter = desk.show(reference, actor);
        copies.begin(matter, actor);
        return Redirect.to(path(matter)).saying("sanitised.begun");
    }

    @PostMapping("/replacements")
    Object replace(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") int lock,
            @RequestParam Optional<List<String>> found,
            Actor actor) {
        return act(
                reference,
                "sanitised.replaced",
                "",
                matter -> copies.replace(matter, lock, found.orElse(List.of()), actor),
                actor);
    }

    @PostMapping("/description")
    Object tell(
            @PathVariable String reference,
            @RequestParam Optional<List<String>> told,
            @RequestParam(defaultValue = "") String publicAt,
            Actor actor) {
        return act(
                reference,
                "sanitised.described",
                "",
                matter -> copies.tell(matter, CopyPages.told(told.orElse(List.of())), publicAt, actor),
                actor);
    }

    @PostMapping("/request")
    Object ask(@PathVariable String reference, @RequestParam(defaultValue = "0") int lock, Actor actor) {
        return act(reference, "sanitised.asked", "", matter -> copies.ask(matter, lock, actor), actor);
    }

    @PostMapping("/answer")
    Object answer(
            @PathVariable String reference,
            @RequestParam UUID asked,
            @RequestParam boolean agreed,
            @RequestParam(defaultValue = "false") boolean knowing,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        return act(
                reference,
                agreed ? "sanitised.thanks" : "sanitised.not-shared",
                words,
                matter -> copies.answer(matter, asked, agreed, knowing, words, actor),
                actor);
    }

    /** The desk writes down what the reporter agreed to elsewhere. */
    @PostMapping("/recording")
    Object record(
            @PathVariable String reference,
            @RequestParam UUID asked,
            @RequestParam(defaultValue = "false") boolean knowing,
            @RequestParam(defaultValue = "PHONE") Channel channel,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        return act(
                reference,
                "sanitised.recorded",
                words,
                matter -> copies.record(matter, asked, knowing, new Said(channel, contact, words), actor),
                actor);
    }

    private Object act(String reference, String said, String typed, Consumer<Matter> verb, Actor actor) {
        var matter = desk.show(reference, actor);
        try {
            verb.accept(matter);
            return Redirect.to(path(matter)).saying(said);
        } catch (RuleBroken refusal) {
            return page(matter, FormErrors.of(refusal), typed, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static String path(Matter matter) {
        return matter.path() + "/copy";
    }
}
