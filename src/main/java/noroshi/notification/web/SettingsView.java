package noroshi.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.notification.Mailed;
import noroshi.notification.Preference;
import noroshi.notification.Trial;
import noroshi.site.Choice;
import noroshi.site.Ui;

/**
 * How a person wants to be told, as the form shows it.
 *
 * @param feed since when they have a secret address, if they have one
 * @param unreached since when mail does not reach them, if it does not
 * @param trial what became of the mail they sent themselves last
 */
public record SettingsView(
        Preference mine,
        List<Choice> hours,
        List<Choice> zones,
        Optional<Instant> feed,
        Optional<Mailed.Unreached> unreached,
        Optional<Trial> trial) {
    public List<Choice> mails() {
        return Ui.choices("notification.preference", Preference.Mail.values());
    }

    public String quietFrom() {
        return Integer.toString(mine.quiet().map(Preference.Quiet::from).orElse(0));
    }

    public String quietUntil() {
        return Integer.toString(mine.quiet().map(Preference.Quiet::until).orElse(0));
    }
}
