package noroshi.desk;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The random name of a matter, fit to be read over the telephone: no I, L, O, U, 0 or 1. */
public record Reference(String value) {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("D-?([2-9A-HJKMNP-TV-Z]{4})-?([2-9A-HJKMNP-TV-Z]{4})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Reference random() {
        return new Reference("D-" + four() + "-" + four());
    }

    /** As people type it: in any case, with or without the strokes. */
    public static Optional<Reference> parse(String typed) {
        var found = FORM.matcher(typed.strip().toUpperCase(Locale.ROOT));
        return found.matches()
                ? Optional.of(new Reference("D-" + found.group(1) + "-" + found.group(2)))
                : Optional.empty();
    }

    private static String four() {
        return RANDOM.ints(4, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }
}
