package noroshi.membership.web;

import java.util.List;
import java.util.UUID;
import noroshi.membership.Dormancy;
import noroshi.membership.Dormant;
import noroshi.membership.DormantOrganisation;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts that nobody uses are reviewed. */
@Controller
class DormantController {
    private static final int SIZE = 50;
    private static final String PATH = "/members/dormant";
    private static final String ORGANISATIONS = PATH + "?of=organisations";

    private final Dormancy dormancy;

    DormantController(Dormancy dormancy) {
        this.dormancy = dormancy;
    }

    @GetMapping("/members/dormant")
    Page show(
            @RequestParam(defaultValue = "people") String of, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var centre = actor.is(Role.ADMINISTRATOR);
        var ofOrganisations = of.equals("organisations") && centre;
        var window = Window.page(page, SIZE);
        var oneMore = new Window(window.offset(), SIZE + 1);
        var people = ofOrganisations ? List.<Dormant>of() : dormancy.people(oneMore, actor);
        var organisations = ofOrganisations ? dormancy.organisations(oneMore, actor) : List.<DormantOrganisation>of();
        return new Page(
                "membership/dormant",
                new DormantPage(
                        ofOrganisations,
                        centre ? shows(ofOrganisations) : List.of(),
                        people.stream().limit(SIZE).toList(),
                        organisations.stream().limit(SIZE).toList(),
                        dormancy.after().toDays(),
                        centre,
                        Math.max(page, 1),
                        Math.max(people.size(), organisations.size()) > SIZE));
    }

    private static List<Step> shows(boolean ofOrganisations) {
        return List.of(
                new Step(Ui.text("membership.people"), PATH, !ofOrganisations),
                new Step(Ui.text("membership.dormant.organisations"), ORGANISATIONS, ofOrganisations));
    }

    @PostMapping("/members/{person}/reminder")
    Redirect remind(@PathVariable("person") UUID id, @RequestParam UUID organisation, Actor actor) {
        dormancy.remind(id, organisation, actor);
        return Redirect.to(PATH).saying("membership.dormant.asked");
    }

    @DeleteMapping("/members/{person}/reminder")
    Redirect keep(@PathVariable("person") UUID id, @RequestParam UUID organisation, Actor actor) {
        dormancy.keep(id, organisation, actor);
        return Redirect.to(PATH).saying("membership.dormant.kept");
    }

    @PostMapping("/organisations/{id}/reminder")
    Redirect ask(@PathVariable UUID id, Actor actor) {
        dormancy.ask(id, actor);
        return Redirect.to(ORGANISATIONS).saying("membership.dormant.organisation-asked");
    }
}
