package noroshi.desk.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody finds their matters, and the Centre its board. */
@Controller
class DeskController {
    private final ConsultationDesk desk;
    private final Triage triage;
    private final Boards boards;
    private final Names names;

    DeskController(ConsultationDesk desk, Triage triage, Boards boards, Names names) {
        this.desk = desk;
        this.triage = triage;
        this.boards = boards;
        this.names = names;
    }

    /** The Centre's desk finds its board, as it stands or as it stood; everybody else their own matters. */
    @GetMapping("/desk")
    Page list(
            @RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "all") String view, Actor actor) {
        if (desk.staff(actor)) {
            return boards.page(triage.board(moment(at), actor), view, FormErrors.none(), actor);
        }
        return new Page("desk/list", new ListPage(lines(desk.ours(actor)), lines(desk.shared(actor))));
    }

    private static Optional<Instant> moment(String at) {
        try {
            return at.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(at.replace(' ', '+')).toInstant());
        } catch (DateTimeParseException malformed) {
            throw new RuleBroken("desk.at");
        }
    }

    private List<ListPage.Line> lines(List<Matter> matters) {
        var known = names.reporters(matters);
        return matters.stream()
                .map(matter -> new ListPage.Line(matter, Names.by(matter, known)))
                .toList();
    }
}
