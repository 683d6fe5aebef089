package noroshi.insight;

import java.util.Locale;

/** A category or key service of organisations. */
public record Trait(Kind kind, String code, String name, String nameEn) {
    /** Which of the two. */
    public enum Kind {
        CATEGORY,
        SECTOR
    }

    /** The name in the reader's language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : name;
    }
}
