package noroshi.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the audit trail as it is read.
 *
 * @param by whoever did it; nobody where nobody was signed in
 * @param about the subject, if it is a person or an organisation
 * @param detail facts and ids, as JSON
 */
public record Entry(
        Instant at,
        Optional<Doer> by,
        Named organisation,
        String via,
        String act,
        Optional<UUID> subject,
        Named about,
        String detail,
        boolean sealed) {

    /** Who did it; the login is empty for whoever is no person of the platform, such as its operator. */
    public record Doer(UUID id, String login, Named name) {}

    /** A name in both languages; empty where there is none. */
    public record Named(String name, String english) {
        public String in(Locale locale) {
            return locale.getLanguage().equals("en") && !english.isEmpty() ? english : name;
        }
    }
}
