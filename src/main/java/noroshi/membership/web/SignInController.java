package noroshi.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import noroshi.membership.Members;
import noroshi.membership.signin.DemoSignIn;
import noroshi.membership.signin.Device;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.SessionCookie;
import noroshi.membership.signin.Sessions;
import noroshi.shared.NotFound;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. */
@Controller
class SignInController {
    private final Members members;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final DemoSignIn demo;

    SignInController(Members members, Sessions sessions, SessionCookie cookie, DemoSignIn demo) {
        this.members = members;
        this.sessions = sessions;
        this.cookie = cookie;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    Page show(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        var cast = demo.offeredTo(request) ? cast() : List.<SignInPage.Chair>of();
        return new Page("membership/sign_in", new SignInPage(inside(next), cast));
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
        cookie.read(request).ifPresent(sessions::end);
        cookie.write(sessions.open(who.id(), Set.of(Factor.DEMO), device(request)), response);
        return Redirect.to(inside(next));
    }

    @PostMapping("/sign-out")
    Redirect out(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(response);
        return Redirect.to("/sign-in").saying("membership.signed-out");
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

    private static Device device(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Device(request.getRemoteAddr(), agent == null ? "" : agent);
    }

    /** Only ever leads to a page of ours. */
    private static String inside(String next) {
        var ours = next.startsWith("/")
                && !next.startsWith("//")
                && !next.startsWith("/sign-")
                && next.chars().allMatch(c -> c > ' ' && c != '\\' && c != 127);
        return ours ? next : "/";
    }
}
