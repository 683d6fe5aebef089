package noroshi.membership.web;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.Applications;
import noroshi.membership.Members;
import noroshi.membership.Organisations;
import noroshi.membership.Reference;
import noroshi.membership.Secret;
import noroshi.membership.Trait;
import noroshi.membership.signin.Recoveries;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for the Centre's administrators: applications to take part, and recoveries to confirm. */
@Controller
@RequestMapping("/members")
class AwaitingController {
    private static final int LONGEST_REASON = 2000;

    private final Applications applications;
    private final Organisations organisations;
    private final Recoveries recoveries;
    private final Members members;
    private final SiteSettings settings;

    AwaitingController(
            Applications applications,
            Organisations organisations,
            Recoveries recoveries,
            Members members,
            SiteSettings settings) {
        this.applications = applications;
        this.organisations = organisations;
        this.recoveries = recoveries;
        this.members = members;
        this.settings = settings;
    }

    @GetMapping("/applications")
    Page applications(Actor actor) {
        return new Page("membership/applications", new ApplicationsPage(applications.waiting(actor), categories()));
    }

    private Map<String, String> categories() {
        return organisations.references(Trait.CATEGORY).stream()
                .collect(toMap(Reference::code, category -> category.in(Ui.locale())));
    }

    @PostMapping("/applications/{id}/acceptance")
    Page accept(@PathVariable UUID id, Actor actor) {
        return link(
                applications.accept(id, actor),
                "/invitations/",
                "membership.application.accepted",
                "membership.invitation.made.why",
                "/members/applications");
    }

    @PostMapping("/applications/{id}/refusal")
    Redirect decline(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleBroken("membership.application.reason");
        }
        applications.decline(id, reason.strip(), actor);
        return Redirect.to("/members/applications").saying("membership.application.declined");
    }

    @GetMapping("/recoveries")
    Page recoveries(Actor actor) {
        var underWay = recoveries.underWay(actor);
        var names = members.names(underWay.stream()
                .flatMap(each -> List.of(each.person(), each.requestedBy()).stream())
                .toList());
        return new Page("membership/recoveries", new RecoveriesPage(underWay, names, actor.person()));
    }

    @PostMapping("/recoveries/{id}/confirmation")
    Page confirm(@PathVariable UUID id, Actor actor) {
        return link(
                recoveries.confirm(id, actor),
                "/recovery/",
                "membership.recovery.confirmed.title",
                "membership.recovery.confirmed.why",
                "/members/recoveries");
    }

    @PostMapping("/recoveries/{id}/stop")
    Redirect stop(@PathVariable UUID id, Actor actor) {
        recoveries.stop(id, actor);
        return Redirect.to("/members/recoveries").saying("membership.recovery.stopped");
    }

    private Page link(Secret token, String path, String title, String why, String back) {
        var address = settings.url().resolve(path + token.text()).toString();
        return new Page("membership/link", new LinkPage(title, why, address, back), HttpStatus.CREATED);
    }
}
