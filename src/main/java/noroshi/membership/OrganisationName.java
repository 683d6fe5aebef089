package noroshi.membership;

import java.util.Locale;
import java.util.UUID;

/**
 * How an organisation is named in lists and beside its people.
 *
 * @param left it has withdrawn
 */
public record OrganisationName(UUID id, String code, String name, String nameEn, boolean left) {
    public OrganisationName(UUID id, String code, String name, String nameEn) {
        this(id, code, name, nameEn, false);
    }

    /** The name in the reader's language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : name;
    }
}
