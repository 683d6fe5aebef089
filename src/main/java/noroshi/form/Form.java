package noroshi.form;

import java.util.List;
import java.util.Locale;

/** A form that a receiving office knows. */
public record Form(String code, String nameJa, String nameEn, String hintJa, String hintEn, List<Field> fields) {

    /**
     * One field.
     *
     * @param source what fills it: {@code matter.reference}, {@code damage.body}, {@code answer.cause} …
     */
    public record Field(String code, String labelJa, String labelEn, String source) {
        public String label(Locale locale) {
            return japanese(locale) ? labelJa : labelEn;
        }
    }

    public String name(Locale locale) {
        return japanese(locale) ? nameJa : nameEn;
    }

    public String hint(Locale locale) {
        return japanese(locale) ? hintJa : hintEn;
    }

    private static boolean japanese(Locale locale) {
        return locale.getLanguage().equals("ja");
    }
}
