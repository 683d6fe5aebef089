package noroshi.intel.drop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as tables and MISP write them; what has no zone is taken for UTC. */
final class Moments {
    private static final long LATEST = 253_402_300_799L;
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private Moments() {}

    static Optional<Instant> read(String written) {
        var text = written.strip();
        if (text.isEmpty() || text.length() > 40) {
            return Optional.empty();
        }
        try {
            var day = DAY.matcher(text);
            if (day.matches()) {
                return Optional.of(LocalDate.of(whole(day.group(1)), whole(day.group(2)), whole(day.group(3)))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            }
            var iso = text.replace('/', '-').replaceFirst("(?<=\\d) (?=\\d)", "T");
            return iso.matches(".*(?:Z|[+-]\\d{2}:\\d{2})")
                    ? Optional.of(OffsetDateTime.parse(iso).toInstant()).filter(Moments::usual)
                    : Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC))
                            .filter(Moments::usual);
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /** Seconds since 1970. */
    static Optional<Instant> seconds(String written) {
        return SECONDS.matcher(written).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(written))).filter(Moments::usual)
                : Optional.empty();
    }

    private static boolean usual(Instant moment) {
        return moment.isAfter(Instant.EPOCH) && moment.getEpochSecond() <= LATEST;
    }

    private static int whole(String digits) {
        return Integer.parseInt(digits);
    }
}
