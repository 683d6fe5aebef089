package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Dates as people read them. */
class DatesTests {
    private final Dates dates = new Dates(
            new Words(), ZoneId.of("Asia/Tokyo"), Clock.fixed(Instant.parse("2026-07-23T15:30:00Z"), ZoneOffset.UTC));

    @Test
    void theDayBeginsAtMidnightInTokyo() {
        assertThat(dates.today()).isEqualTo(LocalDate.of(2026, 7, 24));
        assertThat(dates.dateTime(Instant.parse("2026-07-23T15:00:00Z"), Locale.JAPANESE))
                .isEqualTo("きょう 0:00");
        assertThat(dates.dateTime(Instant.parse("2026-07-23T14:59:59Z"), Locale.JAPANESE))
                .isEqualTo("きのう 23:59");
        assertThat(dates.dateTime(Instant.parse("2026-07-22T01:12:00Z"), Locale.JAPANESE))
                .isEqualTo("7/22（水） 10:12");
    }

    @Test
    void anotherYearIsNamed() {
        assertThat(dates.date(LocalDate.of(2025, 12, 31), Locale.JAPANESE)).isEqualTo("2025/12/31（水）");
        assertThat(dates.fullDate(LocalDate.of(2026, 7, 24), Locale.JAPANESE)).isEqualTo("2026年7月24日（金）");
    }

    @Test
    void englishReadsEnglish() {
        assertThat(dates.date(LocalDate.of(2026, 7, 22), Locale.ENGLISH)).isEqualTo("Wed 22 Jul");
        assertThat(dates.brief(Instant.parse("2026-07-23T16:00:00Z"), Locale.ENGLISH))
                .isEqualTo("1:00");
        assertThat(dates.brief(Instant.parse("2026-07-23T01:00:00Z"), Locale.ENGLISH))
                .isEqualTo("Yesterday");
    }

    @Test
    void lengthsUseTheirTwoLargestUnits() {
        assertThat(dates.length(Duration.ofMinutes(78), Locale.JAPANESE)).isEqualTo("1時間18分");
        assertThat(dates.length(Duration.ofSeconds(59), Locale.JAPANESE)).isEqualTo("0分");
        assertThat(dates.length(Duration.ofHours(49), Locale.ENGLISH)).isEqualTo("2 d 1 h");
        assertThat(dates.length(Duration.ofMinutes(-78), Locale.JAPANESE)).isEqualTo("0分");
    }

    @Test
    void machinesReadAnOffset() {
        assertThat(dates.machine(Instant.parse("2026-07-23T15:30:00.123Z"))).isEqualTo("2026-07-24T00:30:00+09:00");
    }
}
