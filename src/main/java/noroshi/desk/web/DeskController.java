package noroshi.desk.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import noroshi.desk.ConsultationDesk;
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
    private final OwnLists lists;

    DeskController(ConsultationDesk desk, Triage triage, Boards boards, OwnLists lists) {
        this.desk = desk;
        this.triage = triage;
        this.boards = boards;
        this.lists = lists;
    }

    /** The Centre's desk finds its board, as it stands or as it stood; everybody else their own matters. */
    @GetMapping("/desk")
    Page list(@RequestParam(defaultValue = "") String at, BoardFilter filter, Actor actor) {
        if (desk.staff(actor)) {
            return boards.page(triage.board(moment(at), actor), filter, FormErrors.none(), actor);
        }
        return lists.page(ListPage.Typed.NOTHING, FormErrors.none(), actor);
    }

    /** What of the board moves, for whoever looks on: the frame around it is theirs already. */
    @GetMapping("/desk/board")
    Page board(BoardFilter filter, Actor actor) {
        var board = triage.board(Optional.empty(), actor);
        return new Page("desk/parts/board", boards.of(board, filter, FormErrors.none(), actor));
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
}
