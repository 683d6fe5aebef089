package noroshi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeDayTests {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T11:30:00Z, PT0S",
        "2026-11-22T14:57:00Z, PT0S",
        "2026-11-22T14:57:01Z, PT3M",
        "2026-12-31T14:59:59Z, PT2S",
        "2028-02-28T14:59:59Z, PT2S",
        "2026-11-22T15:00:00Z, PT0S",
        "2026-11-22T23:59:59Z, PT0S"
    })
    void noTestBeginsInTheLastMomentsOfADayInTokyo(Instant now, Duration wait) {
        assertThat(WholeDay.untilOneMayBegin(now)).isEqualTo(wait);
    }
}
