package noroshi.intel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A STIX timestamp: RFC 3339 in UTC with any number of fraction digits, read to the microsecond.
 *
 * <p>Read sign by sign: every object has several, and the general parser took a third of the time of a whole object.
 */
final class StixTime {
    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int FRACTION = SHAPE.length() + 1;
    private static final int MOST_DIGITS = 30;
    private static final int NANOS = 9;

    private StixTime() {}

    static Optional<Instant> parse(String text) {
        if (!wellFormed(text) || text.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            var hour = number(text, 11, 13);
            var second = number(text, 17, 19);
            if (hour > 23 || second > 59) {
                return Optional.of(unusual(text));
            }
            var minute = number(text, 14, 16);
            if (minute > 59) {
                return Optional.empty();
            }
            var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            return Optional.of(Instant.ofEpochSecond(
                    ((day * 24 + hour) * 60 + minute) * 60 + second, micros(text) * 1000L));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    private static boolean wellFormed(String text) {
        var end = text.length() - 1;
        if (end < SHAPE.length() || text.charAt(end) != 'Z') {
            return false;
        }
        for (var i = 0; i < SHAPE.length(); i++) {
            if (SHAPE.charAt(i) == '0' ? !digit(text.charAt(i)) : text.charAt(i) != SHAPE.charAt(i)) {
                return false;
            }
        }
        if (end == SHAPE.length()) {
            return true;
        }
        for (var i = FRACTION; i < end; i++) {
            if (!digit(text.charAt(i))) {
                return false;
            }
        }
        return text.charAt(SHAPE.length()) == '.' && end > FRACTION && end - FRACTION <= MOST_DIGITS;
    }

    private static boolean digit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static int micros(String text) {
        var micros = 0;
        for (var i = FRACTION; i < FRACTION + 6; i++) {
            micros = micros * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return micros;
    }

    /** A leap second, or the end of a day written as its 24th hour. */
    private static Instant unusual(String text) {
        var end = Math.min(text.length() - 1, FRACTION + NANOS);
        return Instant.parse(text.substring(0, end) + "Z").truncatedTo(ChronoUnit.MICROS);
    }
}
