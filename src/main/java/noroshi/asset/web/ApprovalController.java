package noroshi.asset.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The watch office agrees, or does not. */
@Controller
@RequestMapping("/assets/approvals")
class ApprovalController {
    private final AssetApprovals approvals;
    private final AssetPages pages;

    ApprovalController(AssetApprovals approvals, AssetPages pages) {
        this.approvals = approvals;
        this.pages = pages;
    }

    @GetMapping
    Page list(@RequestParam Optional<UUID> organisation, @RequestParam(defaultValue = "1") int page, Actor actor) {
        return pages.approvals(organisation, page, "", FormErrors.none(), actor);
    }

    @PostMapping
    Object decide(
            @RequestParam(defaultValue = "") List<UUID> asset,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        try {
            return verdict.equals("decline")
                    ? here().saying("asset.declined", approvals.decline(asset, reason, actor))
                    : here().saying("asset.approved", approvals.approve(asset, actor));
        } catch (RuleBroken refusal) {
            var field = refusal.key().startsWith("asset.reason") ? "reason" : "";
            var errors = FormErrors.none().and(field, refusal.key(), refusal.arguments());
            return pages.approvals(Optional.empty(), 1, reason, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Redirect here() {
        return Redirect.to("/assets/approvals");
    }
}
