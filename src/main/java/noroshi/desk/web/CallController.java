package noroshi.desk.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Telephone;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The duty officer telephones, and writes down what came of it. */
@Controller
class CallController {
    private final Telephone telephone;
    private final Triage triage;
    private final Boards boards;

    CallController(Telephone telephone, Triage triage, Boards boards) {
        this.telephone = telephone;
        this.triage = triage;
        this.boards = boards;
    }

    @PostMapping("/desk/calls/{call}")
    Object called(
            @PathVariable UUID call,
            @RequestParam(defaultValue = "false") boolean reached,
            @RequestParam(defaultValue = "") String said,
            Actor actor) {
        triage.enter(actor);
        try {
            telephone.called(call, reached, said, actor);
            return Redirect.to("/desk").saying(reached ? "desk.call.reached-now" : "desk.call.tried-now");
        } catch (RuleBroken refusal) {
            return boards.page(Optional.empty(), BoardFilter.ALL, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
