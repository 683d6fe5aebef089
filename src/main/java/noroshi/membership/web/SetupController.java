package noroshi.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Set;
import noroshi.membership.FirstAdministrator;
import noroshi.membership.Secret;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Sessions;
import noroshi.membership.signin.Throttle;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** The very first start: the Centre gets its name and its first administrator. */
@Controller
@RequestMapping("/setup/{token}")
class SetupController {
    private final FirstAdministrator first;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Doorway doorway;

    SetupController(FirstAdministrator first, Sessions sessions, Throttle throttle, Doorway doorway) {
        this.first = first;
        this.sessions = sessions;
        this.throttle = throttle;
        this.doorway = doorway;
    }

    @GetMapping
    Page show(@PathVariable String token, HttpServletRequest request) {
        throttle.link(Doorway.device(request));
        return first.offered(new Secret(token)) ? page(token, SetupForm.EMPTY, FormErrors.none()) : late();
    }

    @PostMapping
    Object take(
            @PathVariable String token,
            @Valid SetupForm form,
            BindingResult result,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!first.offered(new Secret(token))) {
            return late();
        }
        if (result.hasErrors()) {
            return page(token, form, FormErrors.of(result)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var person = first.take(new Secret(token), form.centre(), form.centreEn(), form.newcomer());
            doorway.enter(sessions.open(person, Set.of(Factor.LINK), Doorway.device(request)), request, response);
            return Redirect.to("/welcome");
        } catch (RuleBroken refusal) {
            return page(token, form, FormErrors.of(refusal)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Page page(String token, SetupForm form, FormErrors errors) {
        return new Page("membership/setup", new SetupPage("/setup/" + token, form, errors));
    }

    private static Page late() {
        return new Page("membership/message", new MessagePage("membership.link.late", "membership.setup.late.why"))
                .with(HttpStatus.NOT_FOUND);
    }
}
