package noroshi.sanitised.web;

import java.util.UUID;
import noroshi.sanitised.SanitisedCopies;
import noroshi.shared.Actor;
import noroshi.site.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A second person agrees, although few organisations fit. */
@Controller
class OverrideController {
    private final SanitisedCopies copies;

    OverrideController(SanitisedCopies copies) {
        this.copies = copies;
    }

    @PostMapping("/bulletins/manuscripts/{id}/override")
    Redirect override(
            @PathVariable UUID id,
            @RequestParam UUID asked,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        copies.override(id, asked, reason, actor);
        return Redirect.to("/bulletins/manuscripts/" + id).saying("sanitised.overridden");
    }
}
