package noroshi.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Applications;
import noroshi.membership.Invitations;
import noroshi.membership.Organisations;
import noroshi.membership.Secret;
import noroshi.membership.Trait;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Sessions;
import noroshi.membership.signin.Throttle;
import noroshi.shared.Acting;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How newcomers arrive: by applying, or by an invitation's link. */
@Controller
class ArrivalController {
    private final Applications applications;
    private final Organisations organisations;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Doorway doorway;

    ArrivalController(
            Applications applications,
            Organisations organisations,
            Invitations invitations,
            Sessions sessions,
            Throttle throttle,
            Doorway doorway) {
        this.applications = applications;
        this.organisations = organisations;
        this.invitations = invitations;
        this.sessions = sessions;
        this.throttle = throttle;
        this.doorway = doorway;
    }

    @GetMapping("/apply")
    Page form() {
        return form(ApplyForm.EMPTY, FormErrors.none());
    }

    @PostMapping("/apply")
    Object apply(@Valid ApplyForm form, BindingResult result, HttpServletRequest request) {
        if (result.hasErrors()) {
            return form(form, FormErrors.of(result)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            throttle.application(Doorway.device(request));
            applications.apply(form.application());
            return Redirect.to("/apply/thanks");
        } catch (RuleBroken refusal) {
            return form(form, FormErrors.of(refusal)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/apply/thanks")
    Page thanks() {
        return new Page(
                "membership/message", new MessagePage("membership.apply.thanks", "membership.apply.thanks.why"));
    }

    private Page form(ApplyForm form, FormErrors errors) {
        return new Page(
                "membership/apply",
                new ApplyPage(form, errors, MembersController.choices(organisations.references(Trait.CATEGORY))));
    }

    @GetMapping("/invitations/{token}")
    Page invitation(@PathVariable String token, HttpServletRequest request) {
        throttle.link(Doorway.device(request));
        return invitations
                .behind(new Secret(token))
                .map(found -> page(token, new NewcomerForm("", found.name(), ""), FormErrors.none()))
                .orElseGet(ArrivalController::late);
    }

    @PostMapping("/invitations/{token}")
    Object take(
            @PathVariable String token,
            @Valid NewcomerForm form,
            BindingResult result,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (invitations.behind(new Secret(token)).isEmpty()) {
            return late();
        }
        if (Acting.current().isPresent()) {
            return Redirect.to("/invitations/" + token);
        }
        if (result.hasErrors()) {
            return page(token, form, FormErrors.of(result)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            enter(invitations.take(new Secret(token), form.newcomer()), request, response);
            return Redirect.to("/welcome");
        } catch (RuleBroken refusal) {
            return page(token, form, FormErrors.of(refusal)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void enter(UUID person, HttpServletRequest request, HttpServletResponse response) {
        doorway.enter(sessions.open(person, Set.of(Factor.LINK), Doorway.device(request)), request, response);
    }

    /** Somebody who takes part already takes a further seat. */
    @PostMapping("/invitations/{token}/seat")
    Redirect takeSeat(@PathVariable String token) {
        var actor = Acting.current().orElseThrow(NotFound::new);
        invitations.take(new Secret(token), actor);
        return Redirect.to("/settings").saying("membership.seat.taken-now");
    }

    private Page page(String token, NewcomerForm form, FormErrors errors) {
        var invitation = invitations.behind(new Secret(token)).orElseThrow(NotFound::new);
        var here = Acting.current().isPresent();
        return new Page(
                "membership/invitation", new InvitationPage(invitation, "/invitations/" + token, form, errors, here));
    }

    private static Page late() {
        return new Page("membership/message", new MessagePage("membership.link.late", "membership.link.late.why"))
                .with(HttpStatus.NOT_FOUND);
    }
}
