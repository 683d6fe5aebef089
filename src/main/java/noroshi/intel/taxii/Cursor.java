package noroshi.intel.taxii;

import java.util.Optional;

/** The word behind {@code next}: the position after which the next page begins. It never runs out. */
final class Cursor {
    private static final int RADIX = 36;

    private Cursor() {}

    static String text(long position) {
        return "p" + Long.toString(position, RADIX);
    }

    static Optional<Long> parse(String text) {
        if (!text.matches("p[0-9a-z]{1,12}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text, 1, text.length(), RADIX));
    }
}
