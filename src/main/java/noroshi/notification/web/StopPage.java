package noroshi.notification.web;

import java.util.Locale;
import java.util.UUID;
import noroshi.notification.Preferences.Stop;

/**
 * Asks whether to stop mail, or says that it is done.
 *
 * @param reader the name in the address of the message
 * @param done whether it was asked for
 */
public record StopPage(UUID reader, Stop which, boolean done) {
    public String path() {
        return "/stop-mail/" + reader + "/" + which.name().toLowerCase(Locale.ROOT);
    }

    public boolean digest() {
        return which == Stop.DIGEST;
    }
}
