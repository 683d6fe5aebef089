package noroshi.notice.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Dates with times as forms send them, in the platform's time zone. */
final class Moments {
    private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Moments() {}

    static Optional<Instant> read(String typed, ZoneId zone) {
        try {
            var text = typed.strip().replace(' ', 'T').replace('/', '-');
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static String write(Instant moment, ZoneId zone) {
        return SHAPE.format(moment.atZone(zone).truncatedTo(ChronoUnit.MINUTES));
    }
}
