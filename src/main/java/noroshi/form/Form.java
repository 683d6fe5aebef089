package noroshi.form;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noroshi.shared.RuleBroken;

/**
 * A form that a receiving office knows.
 *
 * @param edition which edition the fields are of
 */
public record Form(
        String code, String nameJa, String nameEn, String hintJa, String hintEn, int edition, List<Field> fields) {

    /**
     * One field.
     *
     * @param source what fills it: {@code matter.reference}, {@code damage.body}, {@code answer.cause} …
     */
    public record Field(String code, String labelJa, String labelEn, String source) {
        private static final Pattern CODE = Pattern.compile("[a-z_]{2,40}");
        private static final int LONGEST = 100;

        /** Refuses what no form could show. */
        void check() {
            if (!CODE.matcher(code).matches()) {
                throw new RuleBroken("form.field.code");
            }
            if (labelJa.isBlank() || labelEn.isBlank()) {
                throw new RuleBroken("form.field.names");
            }
            if (Stream.of(labelJa, labelEn).anyMatch(it -> it.length() > LONGEST || it.indexOf('\0') >= 0)) {
                throw new RuleBroken("form.too-long", LONGEST);
            }
        }

        public String label(Locale locale) {
            return japanese(locale) ? labelJa : labelEn;
        }
    }

    Form with(int other, List<Field> itsFields) {
        return new Form(code, nameJa, nameEn, hintJa, hintEn, other, itsFields);
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
