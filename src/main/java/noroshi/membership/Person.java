package noroshi.membership;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who takes part, or a service account that acts for an organisation's machine.
 *
 * @param login the short name they sign in with
 * @param kana how the name is read
 * @param titleJa what they do
 */
public record Person(
        UUID id,
        Kind kind,
        String login,
        String name,
        String kana,
        String nameEn,
        Optional<String> email,
        String titleJa,
        String titleEn,
        Status status) {

    /** A human being, or a machine's account. */
    public enum Kind {
        HUMAN,
        SERVICE
    }

    /** Suspended and withdrawn people neither sign in nor read. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        WITHDRAWN
    }

    /** The name in the reader's language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") && !nameEn.isEmpty() ? nameEn : name;
    }

    /** The title in the reader's language. */
    public String titleIn(Locale locale) {
        return locale.getLanguage().equals("en") && !titleEn.isEmpty() ? titleEn : titleJa;
    }
}
