package noroshi.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.LateWords;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk has read what was said on a matter that is over. */
@Controller
class LateWordController {
    private final ConsultationDesk desk;
    private final Triage triage;
    private final LateWords words;

    LateWordController(ConsultationDesk desk, Triage triage, LateWords words) {
        this.desk = desk;
        this.triage = triage;
        this.words = words;
    }

    @PostMapping("/desk/{reference}/late-words")
    Redirect see(@PathVariable String reference, @RequestParam(defaultValue = "") String until, Actor actor) {
        var matter = desk.show(reference, actor);
        triage.enter(actor);
        words.see(matter, moment(until), actor);
        return Redirect.to("/desk").saying("desk.late-words.seen");
    }

    private static Instant moment(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeException malformed) {
            throw new NotFound();
        }
    }
}
