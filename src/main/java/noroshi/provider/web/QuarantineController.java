package noroshi.provider.web;

import java.util.List;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.provider.Providers;
import noroshi.provider.Quarantine;
import noroshi.provider.Quarantined;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a provider sent and we could not take: looked at, tried again, thrown away. */
@Controller
@RequestMapping("/intel/providers/{provider}/quarantined")
class QuarantineController {
    private final Providers providers;
    private final Quarantine quarantine;
    private final Members members;

    QuarantineController(Providers providers, Quarantine quarantine, Members members) {
        this.providers = providers;
        this.quarantine = quarantine;
        this.members = members;
    }

    @GetMapping("/{quarantined}")
    Page show(@PathVariable UUID provider, @PathVariable("quarantined") String item, Actor actor) {
        return page(provider, item, "", "", FormErrors.none(), actor);
    }

    private Page page(UUID provider, String item, String corrected, String why, FormErrors errors, Actor actor) {
        var known = providers.show(provider, actor);
        var one = quarantine.show(provider, item, actor);
        var by = one.decided()
                .flatMap(decided ->
                        members.names(List.of(decided.by())).values().stream().findFirst())
                .map(name -> name.in(Ui.locale()))
                .orElse("");
        return new Page(
                "provider/item",
                new QuarantinedPage(known, one, by, corrected, why, Providers.maySetUp(actor), errors));
    }

    @PostMapping("/{quarantined}")
    Object decide(
            @PathVariable UUID provider,
            @PathVariable("quarantined") String item,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String corrected,
            @RequestParam(defaultValue = "") String why,
            Actor actor) {
        try {
            if (act.equals(Quarantined.Decision.THROWN_AWAY.name())) {
                quarantine.throwAway(provider, item, why, actor);
                return Redirect.to("/intel/providers/" + provider).saying("provider.thrown-away", 1);
            }
            quarantine.take(provider, item, corrected, why, actor);
            return Redirect.to("/intel/providers/" + provider).saying("provider.taken-after-all", 1, 0);
        } catch (RuleBroken refusal) {
            return page(provider, item, corrected, why, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
