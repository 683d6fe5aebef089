package noroshi.desk.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import noroshi.desk.ConsultationDesk;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody finds their matters, and the Centre its board. */
@Controller
class DeskController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final ConsultationDesk desk;
    private final Boards boards;
    private final OwnLists lists;

    DeskController(ConsultationDesk desk, Boards boards, OwnLists lists) {
        this.desk = desk;
        this.boards = boards;
        this.lists = lists;
    }

    /** The Centre's desk finds its board, as it stands or as it stood; everybody else their own matters. */
    @GetMapping("/desk")
    Page list(@RequestParam(defaultValue = "") String at, BoardFilter filter, Actor actor) {
        if (desk.staff(actor)) {
            return boards.page(moment(at), filter, FormErrors.none(), actor);
        }
        return lists.page(ListPage.Typed.NOTHING, FormErrors.none(), actor);
    }

    /** What of the board has moved since the pulse that the page shows, the same bytes for all who look on in one way. */
    @GetMapping("/desk/board")
    ResponseEntity<byte[]> board(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String shown,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            BoardFilter filter,
            Actor actor) {
        var moved = boards.since(shown.replaceAll("^(W/)?\"|\"$", ""), filter, actor);
        if (moved.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        var answer = ResponseEntity.ok()
                .contentType(HTML)
                .eTag(moved.get().pulse())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip")
                        .body(moved.get().drawn().packed())
                : answer.body(moved.get().drawn().bytes());
    }

    /** What there is to do for whoever looks at the board. */
    @GetMapping("/desk/board/due")
    Page due(Actor actor) {
        return new Page("desk/parts/hand", boards.due(actor));
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
