package noroshi.intel;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import noroshi.shared.Ipv4;
import noroshi.shared.Ipv6;

/** How STIX 2.1 wants some texts to be written; values of observed objects only as far as they are no longer told apart. */
enum StixForm {
    /** RFC 4648, section 4. */
    BINARY("TWFu", StixForm::base64),
    /** Digits in pairs; capital ones too, as the examples of the specification have them. */
    HEX("4d5a", text -> text.length() % 2 == 0 && hexadecimal(text)),
    /** RFC 5646. */
    LANGUAGE("ja", Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,20}").asMatchPredicate()),
    RELATIONSHIP("derived-from", Pattern.compile("[a-z0-9-]{1,250}").asMatchPredicate()),
    /** An address or a network in CIDR notation. */
    IPV4("198.51.100.3", text -> Ipv4.canonical(text).isPresent()),
    IPV6("2001:db8::1", text -> Ipv6.canonical(text).isPresent()),
    MAC(
            "d2:fb:49:24:37:18",
            Pattern.compile("(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}").asMatchPredicate()),
    /** Labels of 63 octets at most (RFC 1034), in ASCII or in the letters of a language (RFC 5890). */
    DOMAIN(
            "example.com",
            Pattern.compile("(?!.{1000})[^\\s./:@?#\\[\\]]{1,63}(?:\\.[^\\s./:@?#\\[\\]]{1,63})*\\.?")
                    .asMatchPredicate()),
    /** RFC 5322, section 3.4.1: no name to display. */
    EMAIL("jane@example.com", text -> text.indexOf('@') > 0 && !text.endsWith("@") && !text.endsWith(">"));

    private static final int LONGEST = 250;

    private final String example;

    private final Predicate<String> fits;

    StixForm(String example, Predicate<String> fits) {
        this.example = example;
        this.fits = fits;
    }

    boolean fits(String text) {
        return fits.test(text);
    }

    String example() {
        return example;
    }

    static boolean hexadecimal(String text) {
        return text.chars().allMatch(sign -> sign < 128 && Character.digit(sign, 16) >= 0);
    }

    /** A key of a dictionary (section 2.3). */
    static boolean key(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars()
                        .allMatch(sign -> sign < 128 && Character.isLetterOrDigit(sign) || sign == '-' || sign == '_');
    }

    /** A name of a property (sections 3.1 and 11.1); {@link #isShort short} ones do no harm. */
    static boolean property(String name) {
        if (name.isEmpty() || name.length() > LONGEST || !lower(name.charAt(0))) {
            return false;
        }
        for (var i = 1; i < name.length(); i++) {
            var sign = name.charAt(i);
            if (!lower(sign) && sign != '_' && (sign < '0' || sign > '9')) {
                return false;
            }
        }
        return true;
    }

    static boolean isShort(String name) {
        return name.length() < 3;
    }

    private static boolean lower(char sign) {
        return sign >= 'a' && sign <= 'z';
    }

    private static boolean base64(String text) {
        var end = text.endsWith("==") ? text.length() - 2 : text.length() - (text.endsWith("=") ? 1 : 0);
        for (var i = 0; i < end; i++) {
            var sign = text.charAt(i);
            if (sign >= 128 || !Character.isLetterOrDigit(sign) && sign != '+' && sign != '/') {
                return false;
            }
        }
        return text.length() % 4 == 0;
    }
}
