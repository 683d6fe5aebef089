package noroshi.desk.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.desk.BoardViews;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ways of looking at the board are kept under a name. */
@Controller
class ViewController {
    private final BoardViews views;
    private final Boards boards;

    ViewController(BoardViews views, Boards boards) {
        this.views = views;
        this.boards = boards;
    }

    @PostMapping("/desk/views")
    Object keep(@RequestParam(defaultValue = "") String name, BoardFilter filter, Actor actor) {
        try {
            views.keep(name, filter.query(), actor);
            return Redirect.to("/desk?" + filter.query()).saying("desk.view.kept");
        } catch (RuleBroken refusal) {
            return boards.page(Optional.empty(), filter, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/desk/views/{deskview}")
    Redirect forget(@PathVariable UUID deskview, Actor actor) {
        views.forget(deskview, actor);
        return Redirect.to("/desk").saying("desk.view.forgotten");
    }
}
