package noroshi.intel.taxii;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times on the wire: microseconds since 1970, written with as many digits as wanted, six at most. */
public final class Stamp {
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.(\\d{1,9})\\d{0,21})?Z");
    private static final long SECOND = 1_000_000;
    private static final int MOST_DIGITS = 6;

    private Stamp() {}

    public static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Reads a timestamp of RFC 3339 in UTC; digits beyond the sixth do not count. */
    static Optional<Long> parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (text.length() > 60 || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            var end = matcher.group(1) == null ? text.length() - 1 : matcher.end(1);
            return Optional.of(micros(Instant.parse(text.substring(0, end) + "Z")));
        } catch (DateTimeParseException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** How many digits the fraction of a timestamp has, up to six. */
    static int digits(String text) {
        var dot = text.indexOf('.');
        return dot < 0 ? 0 : Math.min(MOST_DIGITS, text.length() - dot - 2);
    }

    /** With six digits. */
    public static String text(long micros) {
        return text(micros, MOST_DIGITS);
    }

    static String text(long micros, int digits) {
        var seconds = Math.floorDiv(micros, SECOND);
        var fraction = (int) Math.floorMod(micros, SECOND);
        var time = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
        var out = new StringBuilder(27);
        padded(out, time.getYear(), 4).append('-');
        padded(out, time.getMonthValue(), 2).append('-');
        padded(out, time.getDayOfMonth(), 2).append('T');
        padded(out, time.getHour(), 2).append(':');
        padded(out, time.getMinute(), 2).append(':');
        padded(out, time.getSecond(), 2);
        if (digits > 0) {
            out.append('.');
            var whole = new StringBuilder(MOST_DIGITS);
            out.append(padded(whole, fraction, MOST_DIGITS), 0, digits);
        }
        return out.append('Z').toString();
    }

    private static StringBuilder padded(StringBuilder out, int number, int width) {
        var text = Integer.toString(number);
        return out.repeat('0', width - text.length()).append(text);
    }
}
