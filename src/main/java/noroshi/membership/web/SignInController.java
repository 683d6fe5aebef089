package noroshi.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import noroshi.membership.Members;
import noroshi.membership.signin.DemoSignIn;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Sessions;
import noroshi.membership.signin.SignIn;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final Members members;
    private final Sessions sessions;
    private final Doorway doorway;
    private final DemoSignIn demo;

    SignInController(SignIn signIn, Members members, Sessions sessions, Doorway doorway, DemoSignIn demo) {
        this.signIn = signIn;
        this.members = members;
        this.sessions = sessions;
        this.doorway = doorway;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    Page show(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return page(Doorway.inside(next), "", FormErrors.none(), request);
    }

    /** The second way, and the one that works without JavaScript. */
    @PostMapping("/sign-in")
    Object enter(SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        try {
            var session = signIn.withPassword(form.who(), form.secret(), form.digits(), Doorway.device(request));
            doorway.enter(session, request, response);
            return Redirect.to(form.to());
        } catch (RuleBroken refusal) {
            return page(form.to(), form.who(), FormErrors.of(refusal), request).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The cast, one click each. */
    @PostMapping("/sign-in/demo")
    Redirect demo(
            @RequestParam String person,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!demo.offeredTo(request) || !DemoSignIn.CAST.contains(person)) {
            throw new NotFound();
        }
        var who = members.byLogin(person).orElseThrow(NotFound::new);
        doorway.enter(sessions.open(who.id(), Set.of(Factor.DEMO), Doorway.device(request)), request, response);
        return Redirect.to(Doorway.inside(next));
    }

    @PostMapping("/sign-out")
    Redirect out(HttpServletRequest request, HttpServletResponse response) {
        doorway.leave(request, response);
        return Redirect.to("/sign-in").saying("membership.signed-out");
    }

    private Page page(String next, String login, FormErrors errors, HttpServletRequest request) {
        var cast = demo.offeredTo(request) ? cast() : List.<SignInPage.Chair>of();
        return new Page("membership/sign_in", new SignInPage(next, login, errors, cast));
    }

    private List<SignInPage.Chair> cast() {
        var people = DemoSignIn.CAST.stream()
                .flatMap(login -> members.byLogin(login).stream())
                .toList();
        var names = members.names(people.stream().map(person -> person.id()).toList());
        return people.stream()
                .filter(person -> names.containsKey(person.id()))
                .map(person -> new SignInPage.Chair(
                        person, Objects.requireNonNull(names.get(person.id())).organisation()))
                .toList();
    }
}
