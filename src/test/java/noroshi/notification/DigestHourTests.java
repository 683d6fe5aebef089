package noroshi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestHourTests {
    @ParameterizedTest
    @CsvSource({
        // An ordinary day, before, at and after the hour.
        "2026-07-20T22:00:00Z, 8, Asia/Tokyo, 2026-07-20T23:00:00Z",
        "2026-07-20T23:00:00Z, 8, Asia/Tokyo, 2026-07-21T23:00:00Z",
        "2026-07-21T03:00:00Z, 8, Asia/Tokyo, 2026-07-21T23:00:00Z",
        // The clocks go forward over the hour: as soon as they have.
        "2026-03-28T20:00:00Z, 2, Europe/Paris, 2026-03-29T01:00:00Z",
        "2026-03-29T01:00:00Z, 2, Europe/Paris, 2026-03-30T00:00:00Z",
        // They go back over the hour: at the first of the two, and not again.
        "2026-10-24T20:00:00Z, 2, Europe/Paris, 2026-10-25T00:00:00Z",
        "2026-10-25T00:00:00Z, 2, Europe/Paris, 2026-10-26T01:00:00Z",
        "2026-10-25T01:00:00Z, 2, Europe/Paris, 2026-10-26T01:00:00Z"
    })
    void comesOnceADay(Instant now, int hour, ZoneId zone, Instant next) {
        assertThat(DigestHour.after(now, hour, zone)).isEqualTo(next);
    }
}
