package noroshi.membership;

import java.util.Locale;
import java.util.UUID;

/** How a person is named beside what they write: their name and the organisation of their first seat. */
public record PersonName(UUID id, String login, String name, String nameEn, OrganisationName organisation) {

    /** The name in the reader's language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") && !nameEn.isEmpty() ? nameEn : name;
    }
}
