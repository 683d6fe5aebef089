package noroshi.membership.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.membership.Applications;
import noroshi.membership.Organisation;
import noroshi.membership.OrganisationFilter;
import noroshi.membership.Organisations;
import noroshi.membership.Reference;
import noroshi.membership.Trait;
import noroshi.membership.signin.Recoveries;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Window;
import noroshi.site.Choice;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who takes part: all of it for the Centre's administrators, one's own organisation for everybody else. */
@Controller
class MembersController {
    private static final int SIZE = 50;

    private final Organisations organisations;
    private final Applications applications;
    private final Recoveries recoveries;

    MembersController(Organisations organisations, Applications applications, Recoveries recoveries) {
        this.organisations = organisations;
        this.applications = applications;
        this.recoveries = recoveries;
    }

    @GetMapping("/members")
    Object list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return Redirect.to("/organisations/" + actor.organisation());
        }
        var filter = new OrganisationFilter(q, category, status(status));
        var window = Window.page(page, SIZE);
        var rows = organisations.list(filter, Ui.locale(), new Window(window.offset(), SIZE + 1), actor);
        return new Page(
                "membership/organisations",
                new OrganisationsPage(
                        q,
                        category,
                        status,
                        choices(organisations.references(Trait.CATEGORY)),
                        statuses(),
                        rows.stream().limit(SIZE).toList(),
                        Math.max(page, 1),
                        rows.size() > SIZE,
                        applications.waiting(actor).size(),
                        recoveries.underWay(actor).size()));
    }

    static List<Choice> choices(List<Reference> references) {
        return references.stream()
                .map(each -> new Choice(each.code(), each.in(Ui.locale())))
                .toList();
    }

    private static List<Choice> statuses() {
        return Arrays.stream(Organisation.Status.values())
                .map(each -> new Choice(
                        each.name().toLowerCase(Locale.ROOT), Ui.word("membership.organisation.status", each)))
                .toList();
    }

    private static Optional<Organisation.Status> status(String code) {
        return Arrays.stream(Organisation.Status.values())
                .filter(each -> each.name().equalsIgnoreCase(code))
                .findFirst();
    }
}
