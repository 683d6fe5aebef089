package noroshi.membership;

import java.util.Locale;

/** A category, sector, ministry or association that is in force today, by its code. */
public record Reference(String code, String name, String nameEn) {

    /** The name in the reader's language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : name;
    }
}
