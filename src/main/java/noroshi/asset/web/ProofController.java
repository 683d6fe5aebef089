package noroshi.asset.web;

import java.util.UUID;
import noroshi.asset.AssetProofs;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Proof that a domain or a site is theirs. */
@Controller
@RequestMapping("/assets/{id}/proof")
class ProofController {
    private final AssetProofs proofs;
    private final AssetPages pages;

    ProofController(AssetProofs proofs, AssetPages pages) {
        this.proofs = proofs;
        this.pages = pages;
    }

    @PostMapping
    Object begin(@PathVariable UUID id, Actor actor) {
        try {
            proofs.begin(id, actor);
            return Redirect.to("/assets/" + id + "#proof").saying("asset.proof.begun");
        } catch (RuleBroken refusal) {
            return again(id, refusal, actor);
        }
    }

    @PostMapping("/check")
    Object check(@PathVariable UUID id, Actor actor) {
        try {
            var outcome = proofs.check(id, actor);
            return Redirect.to("/assets/" + id + "#proof")
                    .saying(outcome.found() ? outcome.key() : "asset.proof.looked");
        } catch (RuleBroken refusal) {
            return again(id, refusal, actor);
        }
    }

    private Page again(UUID id, RuleBroken refusal, Actor actor) {
        return pages.show(id, "", FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
