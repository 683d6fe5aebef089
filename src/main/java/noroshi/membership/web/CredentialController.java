package noroshi.membership.web;

import noroshi.membership.signin.Credentials;
import noroshi.membership.signin.Passkeys;
import noroshi.membership.signin.Totp;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The ways in that a person has: further ones are added, others removed, the last one stays. */
@Controller
@RequestMapping("/settings")
class CredentialController {
    private final Credentials credentials;
    private final Passkeys passkeys;
    private final SettingsPages pages;

    CredentialController(Credentials credentials, Passkeys passkeys, SettingsPages pages) {
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.pages = pages;
    }

    @PostMapping("/passkeys/{id}/removal")
    Redirect removePasskey(@PathVariable String id, Actor actor) {
        passkeys.remove(id, actor);
        return Redirect.to("/settings").saying("membership.passkey.removed");
    }

    @PostMapping("/password")
    Object setPassword(PasswordForm form, Actor actor) {
        try {
            credentials.set(form.secret(), Totp.parse(form.appKey()), form.digits(), actor);
            return Redirect.to("/settings").saying("membership.password.set");
        } catch (RuleBroken refusal) {
            var again = NewPassword.again(form, pages.login(actor), FormErrors.of(refusal));
            return pages.with(again, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/password/removal")
    Redirect removePassword(Actor actor) {
        credentials.removePassword(actor);
        return Redirect.to("/settings").saying("membership.password.removed");
    }
}
