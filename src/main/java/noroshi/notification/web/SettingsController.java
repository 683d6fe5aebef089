package noroshi.notification.web;

import noroshi.notification.OwnMail;
import noroshi.notification.Preference;
import noroshi.notification.Preferences;
import noroshi.notification.Trials;
import noroshi.shared.Actor;
import noroshi.site.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person wants to be told. */
@Controller
class SettingsController {
    private final Preferences preferences;
    private final OwnMail mails;
    private final Trials trials;

    SettingsController(Preferences preferences, OwnMail mails, Trials trials) {
        this.preferences = preferences;
        this.mails = mails;
        this.trials = trials;
    }

    @PostMapping("/settings/notifications")
    Redirect save(
            @RequestParam(defaultValue = "DIRECT") Preference.Mail mail,
            @RequestParam(defaultValue = "false") boolean digest,
            @RequestParam(defaultValue = "8") int hour,
            @RequestParam(defaultValue = "UTC") String zone,
            @RequestParam(defaultValue = "0") int quietFrom,
            @RequestParam(defaultValue = "0") int quietUntil,
            Actor actor) {
        preferences.save(
                new Preference(
                        mail, digest, hour, Preference.zone(zone), Preference.Quiet.between(quietFrom, quietUntil)),
                actor);
        return Redirect.to("/settings#notifications").saying("notification.saved");
    }

    /** What did not reach its reader leaves again. */
    @PostMapping("/settings/mail/again")
    Redirect again(Actor actor) {
        mails.sendMineAgain(actor);
        return Redirect.to("/settings#notifications").saying("notification.unreached.leaves");
    }

    /** Sends the reader a message, to see whether mail arrives. */
    @PostMapping("/settings/mail/trial")
    Redirect trial(Actor actor) {
        trials.ask(actor);
        return Redirect.to("/settings#trial").saying("notification.trial.asked");
    }
}
