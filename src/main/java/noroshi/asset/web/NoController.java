package noroshi.asset.web;

import java.util.UUID;
import noroshi.asset.AssetNoes;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The watch office lifts a no that it said before. */
@Controller
@RequestMapping("/assets/{id}/lifting")
class NoController {
    private final AssetNoes noes;
    private final AssetPages pages;

    NoController(AssetNoes noes, AssetPages pages) {
        this.noes = noes;
        this.pages = pages;
    }

    @PostMapping
    Object lift(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        try {
            noes.lift(id, reason, actor);
            return Redirect.to("/assets/" + id).saying("asset.no.lifted");
        } catch (RuleBroken refusal) {
            var field = refusal.key().startsWith("asset.reason") ? "reason" : "";
            var errors = FormErrors.none().and(field, refusal.key(), refusal.arguments());
            return pages.show(id, reason, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
