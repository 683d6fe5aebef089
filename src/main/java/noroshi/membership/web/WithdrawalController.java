package noroshi.membership.web;

import java.util.UUID;
import noroshi.membership.Organisations;
import noroshi.membership.Withdrawal;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation withdraws, with what becomes of what it leaves behind. */
@Controller
@RequestMapping("/organisations/{id}/withdrawal")
class WithdrawalController {
    private static final int LONGEST_REASON = 500;
    private static final String TAKE_BACK = "take-back";

    private final Organisations organisations;

    WithdrawalController(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping
    Page show(@PathVariable UUID id, Actor actor) {
        return page(id, "stay", "", FormErrors.none(), actor);
    }

    @PostMapping
    Object withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "stay") String topics,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        try {
            if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
                throw new RuleBroken("membership.withdrawal.reason", LONGEST_REASON);
            }
            organisations.withdraw(new Withdrawal(id, reason.strip(), topics.equals(TAKE_BACK)), actor);
        } catch (RuleBroken refusal) {
            return page(id, topics, reason, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Redirect.to("/organisations/" + id).saying("membership.withdrawal.done");
    }

    private Page page(UUID id, String topics, String reason, FormErrors errors, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return new Page(
                "membership/withdrawal",
                new WithdrawalPage(
                        organisations.show(id, actor), organisations.leftBehind(id, actor), topics, reason, errors));
    }
}
