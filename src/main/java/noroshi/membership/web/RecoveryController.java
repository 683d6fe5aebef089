package noroshi.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import noroshi.membership.Secret;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Recoveries;
import noroshi.membership.signin.Sessions;
import noroshi.membership.signin.Throttle;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** For whoever can no longer sign in: how to get help, and what the link does that two people have made. */
@Controller
class RecoveryController {
    private final Recoveries recoveries;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Doorway doorway;
    private final Clock clock;

    RecoveryController(Recoveries recoveries, Sessions sessions, Throttle throttle, Doorway doorway, Clock clock) {
        this.recoveries = recoveries;
        this.sessions = sessions;
        this.throttle = throttle;
        this.doorway = doorway;
        this.clock = clock;
    }

    @GetMapping("/recovery")
    Page how() {
        return new Page("membership/message", new MessagePage("membership.recovery.lost", "membership.recovery.how"));
    }

    @GetMapping("/recovery/{token}")
    Page show(@PathVariable String token, HttpServletRequest request) {
        throttle.link(Doorway.device(request));
        return recoveries
                .behind(new Secret(token))
                .flatMap(found -> found.opensAt())
                .map(opens -> new Page(
                        "membership/recovery",
                        new RecoveryPage("/recovery/" + token, opens, !opens.isAfter(clock.instant()))))
                .orElseGet(() -> new Page(
                                "membership/message",
                                new MessagePage("membership.link.late", "membership.link.late.why"))
                        .with(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/recovery/{token}")
    Redirect use(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var person = recoveries.use(new Secret(token));
        doorway.enter(sessions.open(person, Set.of(Factor.LINK), Doorway.device(request)), request, response);
        return Redirect.to("/welcome");
    }
}
