package noroshi.membership.web;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.membership.NewToken;
import noroshi.membership.Profiles;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.membership.signin.Recoveries;
import noroshi.membership.signin.Sessions;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
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
import org.springframework.web.bind.annotation.RequestParam;

/** What people set for themselves: profile, seat, sessions, and their organisation's tokens. */
@Controller
@RequestMapping("/settings")
class SettingsController {
    private final SettingsPages pages;
    private final Profiles profiles;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Recoveries recoveries;

    SettingsController(
            SettingsPages pages, Profiles profiles, Sessions sessions, Tokens tokens, Recoveries recoveries) {
        this.pages = pages;
        this.profiles = profiles;
        this.sessions = sessions;
        this.tokens = tokens;
        this.recoveries = recoveries;
    }

    @GetMapping
    Page show(Actor actor) {
        return pages.show(actor);
    }

    @PostMapping("/profile")
    Object save(
            @Valid ProfileForm form,
            BindingResult result,
            @RequestParam(name = Seen.FIELD, defaultValue = "") String digest,
            Actor actor) {
        var seen = new Seen(digest);
        if (result.hasErrors()) {
            return pages.with(form, seen, FormErrors.of(result), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            profiles.save(form.profile(), seen, actor);
            return saved();
        } catch (RuleBroken refusal) {
            var now = profiles.mine(actor);
            var errors = FormErrors.of(refusal);
            return pages.with(
                            form,
                            seen.after(refusal, now.seen()),
                            Seen.stale(refusal) ? form.beside(now, errors) : errors,
                            actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Acts from another of one's seats from now on. */
    @PostMapping("/seat")
    Redirect actFor(@RequestParam UUID organisation, Actor actor) {
        sessions.actFor(Doorway.session().id(), organisation, actor);
        return Redirect.to("/").saying("membership.seat.changed");
    }

    @PostMapping("/sessions/{session}/end")
    Redirect end(@PathVariable UUID session, Actor actor) {
        sessions.end(session, actor);
        return Redirect.to("/settings").saying("membership.session.ended");
    }

    @PostMapping("/sessions/end")
    Redirect endOthers(Actor actor) {
        sessions.endOthers(Doorway.session().id(), actor);
        return Redirect.to("/settings").saying("membership.session.others-ended");
    }

    @PostMapping("/tokens")
    Page createToken(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") Set<String> scopes,
            @RequestParam(defaultValue = "90") int days,
            Actor actor) {
        var token = new NewToken(actor.organisation(), label.strip(), scopes(scopes), Duration.ofDays(days));
        var secret = tokens.create(token, actor);
        return new Page(
                "membership/link",
                new LinkPage("membership.token.made", "membership.token.made.why", secret.text(), "/settings"),
                HttpStatus.CREATED);
    }

    private static Set<Scope> scopes(Set<String> names) {
        return names.stream()
                .map(name -> Arrays.stream(Scope.values())
                        .filter(scope -> scope.name().equals(name))
                        .findFirst()
                        .orElseThrow(NotFound::new))
                .collect(Collectors.toSet());
    }

    @PostMapping("/tokens/{token}/revocation")
    Redirect revokeToken(@PathVariable UUID token, Actor actor) {
        tokens.revoke(token, actor);
        return Redirect.to("/settings").saying("membership.token.revoked");
    }

    /** Somebody else has asked to let them in anew, and they are still here. */
    @PostMapping("/recovery/{recovery}/stop")
    Redirect stopRecovery(@PathVariable UUID recovery, Actor actor) {
        recoveries.stop(recovery, actor);
        return Redirect.to("/settings").saying("membership.recovery.stopped");
    }

    private static Redirect saved() {
        return Redirect.to("/settings").saying("membership.saved");
    }
}
