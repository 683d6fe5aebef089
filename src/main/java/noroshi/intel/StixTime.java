package noroshi.intel;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** A STIX timestamp: RFC 3339 in UTC with any number of fraction digits, read to the microsecond. */
final class StixTime {
    private static final Pattern SHAPE =
            Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.(\\d{1,30}))?Z");
    private static final int NANOS = 9;

    private StixTime() {}

    static Optional<Instant> parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (text.length() > 60 || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(shortened(text, matcher.end(1))).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException noSuchMoment) {
            return Optional.empty();
        }
    }

    private static String shortened(String text, int fractionEnd) {
        var dot = text.indexOf('.');
        return dot > 0 && fractionEnd - dot - 1 > NANOS ? text.substring(0, dot + 1 + NANOS) + "Z" : text;
    }
}
