package noroshi.membership.web;

import java.util.UUID;
import noroshi.membership.Dormancy;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts that nobody uses are reviewed. */
@Controller
class DormantController {
    private final Dormancy dormancy;

    DormantController(Dormancy dormancy) {
        this.dormancy = dormancy;
    }

    @GetMapping("/members/dormant")
    Page show(Actor actor) {
        return new Page(
                "membership/dormant",
                new DormantPage(
                        dormancy.people(actor),
                        dormancy.organisations(actor),
                        dormancy.after().toDays(),
                        actor.is(Role.ADMINISTRATOR)));
    }

    @PostMapping("/members/{person}/reminder")
    Redirect remind(@PathVariable("person") UUID id, @RequestParam UUID organisation, Actor actor) {
        dormancy.remind(id, organisation, actor);
        return Redirect.to("/members/dormant").saying("membership.dormant.asked");
    }

    @DeleteMapping("/members/{person}/reminder")
    Redirect keep(@PathVariable("person") UUID id, @RequestParam UUID organisation, Actor actor) {
        dormancy.keep(id, organisation, actor);
        return Redirect.to("/members/dormant").saying("membership.dormant.kept");
    }
}
