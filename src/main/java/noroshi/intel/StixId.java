package noroshi.intel;

import java.util.Optional;

/** The identifier of a STIX object: its type, two hyphens, a UUID; kept as written. */
record StixId(String text) {
    private static final String UUID = "--00000000-0000-0000-0000-000000000000";
    private static final int LONGEST_TYPE = 250;

    /** Read sign by sign: every object has several, and as regular expressions they took a fifth of its time. */
    static Optional<StixId> parse(String text) {
        var type = text.length() - UUID.length();
        return type >= 2 && isType(text, type) && endsInUuid(text, type)
                ? Optional.of(new StixId(text))
                : Optional.empty();
    }

    /** Whether a text has the form of a type of object. */
    static boolean isType(String text) {
        return text.length() >= 3 && isType(text, text.length());
    }

    private static boolean isType(String text, int length) {
        for (var i = 0; i < length; i++) {
            var sign = text.charAt(i);
            var inside = i > 0 && i < length - 1;
            if (!(sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9' || inside && sign == '-')) {
                return false;
            }
        }
        return length <= LONGEST_TYPE;
    }

    private static boolean endsInUuid(String text, int from) {
        for (var i = 0; i < UUID.length(); i++) {
            var sign = text.charAt(from + i);
            if (UUID.charAt(i) == '-' ? sign != '-' : !hexadecimal(sign)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hexadecimal(char sign) {
        return sign >= '0' && sign <= '9' || sign >= 'a' && sign <= 'f' || sign >= 'A' && sign <= 'F';
    }

    String type() {
        return text.substring(0, text.length() - UUID.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
