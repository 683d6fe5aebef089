package noroshi.desk.web;

import java.util.UUID;
import noroshi.desk.Macros;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk keeps the words it writes again and again. */
@Controller
@RequestMapping("/desk/macros")
class MacroController {
    private final Macros macros;

    MacroController(Macros macros) {
        this.macros = macros;
    }

    @GetMapping
    Page list(Actor actor) {
        return new Page("desk/macros", new MacroPage(macros.all(actor), "", "", FormErrors.none()));
    }

    @PostMapping
    Object add(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String body, Actor actor) {
        try {
            macros.add(name, body, actor);
            return Redirect.to("/desk/macros").saying("desk.macro.added");
        } catch (RuleBroken refusal) {
            return new Page("desk/macros", new MacroPage(macros.all(actor), name, body, FormErrors.of(refusal)))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/{macro}")
    Redirect end(@PathVariable UUID macro, Actor actor) {
        macros.end(macro, actor);
        return Redirect.to("/desk/macros").saying("desk.macro.ended");
    }
}
