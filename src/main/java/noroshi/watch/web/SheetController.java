package noroshi.watch.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.watch.Handovers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One shift hands over, the next takes over. */
@Controller
@RequestMapping("/desk/watch/sheets")
class SheetController {
    private final Handovers handovers;
    private final Sheets sheets;

    SheetController(Handovers handovers, Sheets sheets) {
        this.handovers = handovers;
        this.sheets = sheets;
    }

    @GetMapping
    Page list(Actor actor) {
        return sheets.list("", FormErrors.none(), actor);
    }

    @PostMapping
    Object handOver(
            @RequestParam(defaultValue = "") String begins,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        handovers.enter(actor);
        try {
            var id = handovers.handOver(moment(begins), words, actor);
            return Redirect.to("/desk/watch/sheets/" + id).saying("watch.handed-over");
        } catch (RuleBroken refusal) {
            return sheets.list(words, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{sheet}")
    Page show(@PathVariable UUID sheet, Actor actor) {
        return sheets.show(handovers.show(sheet, actor), "", FormErrors.none(), actor);
    }

    @PostMapping("/{sheet}/acknowledgement")
    Object take(@PathVariable UUID sheet, @RequestParam(defaultValue = "") String answer, Actor actor) {
        var shown = handovers.show(sheet, actor);
        try {
            handovers.take(sheet, answer, actor);
            return Redirect.to(Sheets.path(shown)).saying("watch.taken-over");
        } catch (RuleBroken refusal) {
            return sheets.show(shown, answer, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Instant moment(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeException malformed) {
            throw new RuleBroken("watch.sheet.known");
        }
    }
}
