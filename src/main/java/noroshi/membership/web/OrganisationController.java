package noroshi.membership.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Contact;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.membership.Secret;
import noroshi.membership.Trait;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One organisation: what it is, who sits there, who is invited. */
@Controller
class OrganisationController {
    private static final Set<Role> OF_THE_FIRST = Set.of(Role.MEMBER_USER, Role.MEMBER_POC, Role.ORG_ADMIN);
    private static final List<Organisation.Part> PARTS =
            List.of(Organisation.Part.MEMBER, Organisation.Part.EVENT_OWNER, Organisation.Part.CTI_PROVIDER);

    private final Organisations organisations;
    private final Invitations invitations;
    private final OrganisationPages pages;
    private final SiteSettings settings;

    OrganisationController(
            Organisations organisations, Invitations invitations, OrganisationPages pages, SiteSettings settings) {
        this.organisations = organisations;
        this.invitations = invitations;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping("/organisations/new")
    Page form(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return form(NewOrganisationForm.EMPTY, FormErrors.none());
    }

    @PostMapping("/organisations")
    Page found(@Valid NewOrganisationForm form, BindingResult result, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        if (result.hasErrors()) {
            return form(form, FormErrors.of(result)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var id = organisations.found(form.organisation(), actor);
            var token = invitations.invite(new NewInvitation(id, form.person(), form.email(), OF_THE_FIRST), actor);
            return link(token, id);
        } catch (RuleBroken refusal) {
            return form(form, FormErrors.of(refusal)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page form(NewOrganisationForm form, FormErrors errors) {
        var parts = PARTS.stream()
                .map(part -> new Choice(part.name(), Ui.word("membership.organisation.part", part)))
                .toList();
        var categories = MembersController.choices(organisations.references(Trait.CATEGORY));
        return new Page("membership/organisation_new", new NewOrganisationPage(form, errors, parts, categories));
    }

    @GetMapping("/organisations/{id}")
    Page show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        return page(id, q, page, InvitationForm.EMPTY, FormErrors.none(), actor);
    }

    private Page page(UUID id, String q, int page, InvitationForm form, FormErrors errors, Actor actor) {
        return new Page("membership/organisation", pages.of(id, q, page, form, errors, actor));
    }

    @PostMapping("/organisations/{id}/invitations")
    Page invite(@PathVariable UUID id, @Valid InvitationForm form, BindingResult result, Actor actor) {
        if (result.hasErrors()) {
            return page(id, "", 1, form, FormErrors.of(result), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return link(invitations.invite(form.into(id), actor), id);
        } catch (RuleBroken refusal) {
            return page(id, "", 1, form, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page link(Secret token, UUID organisation) {
        var address = settings.url().resolve("/invitations/" + token.text()).toString();
        return new Page(
                "membership/link",
                new LinkPage(
                        "membership.invitation.made",
                        "membership.invitation.made.why",
                        address,
                        "/organisations/" + organisation),
                HttpStatus.CREATED);
    }

    @PostMapping("/organisations/{id}/invitations/{invitation}/revocation")
    Redirect revoke(@PathVariable UUID id, @PathVariable UUID invitation, Actor actor) {
        invitations.revoke(invitation, actor);
        return Redirect.to("/organisations/" + id).saying("membership.invitation.revoked");
    }

    @PostMapping("/organisations/{id}/names")
    Redirect rename(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam String nameEn,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean always,
            @RequestParam(defaultValue = "CENTRE") Contact.Shown shown,
            Actor actor) {
        if (name.isBlank() || nameEn.isBlank() || name.length() > 200 || nameEn.length() > 200) {
            throw new RuleBroken("membership.organisation.names");
        }
        organisations.rename(id, name.strip(), nameEn.strip(), new Contact(phone.strip(), always, shown), actor);
        return Redirect.to("/organisations/" + id).saying("membership.saved");
    }

    @PostMapping("/organisations/{id}/traits")
    Object be(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, Actor actor) {
        var traits = new EnumMap<Trait, Set<String>>(Trait.class);
        for (var trait : Trait.values()) {
            traits.put(trait, Set.copyOf(form.getOrDefault(trait.code(), List.of())));
        }
        var from = String.join("", form.getOrDefault("from", List.of()));
        try {
            organisations.be(id, traits, day(from), actor);
            return Redirect.to("/organisations/" + id).saying("membership.saved");
        } catch (RuleBroken refusal) {
            var page = pages.of(id, "", 1, InvitationForm.EMPTY, FormErrors.none(), actor)
                    .typed(traits, from, FormErrors.none().and("from", refusal.key(), refusal.arguments()));
            return new Page("membership/organisation", page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Without a day it counts from today. */
    private static LocalDate day(String typed) {
        try {
            return typed.isBlank() ? Ui.today() : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            throw new RuleBroken("membership.traits.from-unknown");
        }
    }

    @PostMapping("/organisations/{id}/standing")
    Redirect move(
            @PathVariable UUID id,
            @RequestParam String status,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var to = Arrays.stream(Organisation.Status.values())
                .filter(each -> each.name().equalsIgnoreCase(status))
                .findFirst()
                .orElseThrow(NotFound::new);
        organisations.move(id, to, reason, actor);
        return Redirect.to("/organisations/" + id).saying("membership.saved");
    }
}
