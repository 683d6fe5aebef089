package noroshi.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The clock stands at nine in the morning of a Sunday: the world's last day is today. */
@TestConfiguration
class OnASunday {
    /** The next one: what the database dates itself lies before it. */
    @Bean
    @Primary
    Clock nineOClock() {
        var sunday = LocalDate.now(Calendar.ZONE).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        return Clock.fixed(sunday.atTime(9, 0).atZone(Calendar.ZONE).toInstant(), ZoneOffset.UTC);
    }
}
