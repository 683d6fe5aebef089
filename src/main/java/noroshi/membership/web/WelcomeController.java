package noroshi.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import noroshi.membership.Members;
import noroshi.membership.signin.Credentials;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Sessions;
import noroshi.membership.signin.Totp;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Whoever came by a link registers what they will sign in with. */
@Controller
class WelcomeController {
    private final Credentials credentials;
    private final Members members;
    private final Sessions sessions;
    private final Doorway doorway;

    WelcomeController(Credentials credentials, Members members, Sessions sessions, Doorway doorway) {
        this.credentials = credentials;
        this.members = members;
        this.sessions = sessions;
        this.doorway = doorway;
    }

    @GetMapping("/welcome")
    Object show() {
        var session = Doorway.session();
        return session.suffices() ? Redirect.to("/settings") : page(NewPassword.fresh(login()));
    }

    @PostMapping("/welcome/password")
    Object setPassword(PasswordForm form, HttpServletRequest request, HttpServletResponse response) {
        var session = Doorway.session();
        try {
            credentials.set(form.secret(), Totp.parse(form.appKey()), form.digits(), session.actor());
        } catch (RuleBroken refusal) {
            return again(form, refusal);
        }
        var factors = Set.of(Factor.PASSWORD, Factor.TOTP);
        doorway.enter(sessions.open(session.actor().person(), factors, Doorway.device(request)), request, response);
        return Redirect.to("/").saying("membership.password.set");
    }

    private Page again(PasswordForm form, RuleBroken refusal) {
        return page(NewPassword.again(form, login(), FormErrors.of(refusal))).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String login() {
        return members.person(Doorway.session().actor().person()).login();
    }

    private Page page(NewPassword password) {
        return new Page(
                "membership/welcome",
                new WelcomePage(members.person(Doorway.session().actor().person()), password));
    }
}
