package noroshi.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a reader's digest is due. Where the clocks go forward over the hour it comes as soon as they have; where they go
 * back over it, it comes at the first of the two, and not again.
 */
final class DigestHour {
    private DigestHour() {}

    /** The first such hour after that moment. */
    static Instant after(Instant moment, int hour, ZoneId zone) {
        var day = LocalDate.ofInstant(moment, zone);
        var today = on(day, hour, zone);
        return today.isAfter(moment) ? today : on(day.plusDays(1), hour, zone);
    }

    private static Instant on(LocalDate day, int hour, ZoneId zone) {
        return ZonedDateTime.of(day, java.time.LocalTime.of(hour, 0), zone)
                .withEarlierOffsetAtOverlap()
                .toInstant();
    }
}
