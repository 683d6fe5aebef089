package noroshi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingTimesTests {
    @Test
    void eachWaitFallsIntoTheFirstBucketThatHoldsIt() {
        var times = WaitingTimes.of(Stream.of(
                minutes(0), minutes(30), minutes(31), minutes(60), minutes(1440), minutes(1441), Optional.empty()));
        assertThat(times.counts()).containsExactly(2, 2, 0, 0, 0, 1, 1);
        assertThat(times.never()).isOne();
        assertThat(times.notices()).isEqualTo(7);
        assertThat(times.median()).contains(Duration.ofMinutes(45).plusSeconds(30));
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(WaitingTimes.of(Stream.empty()).median()).isEmpty();
    }

    /** The list behind a bar holds exactly what the bar counts. */
    @Test
    void theBucketsMeetWithoutOverlapping() {
        for (int bucket = 0; bucket < WaitingTimes.LIMITS.size(); bucket++) {
            assertThat(new NoticeFilter.Wait(false, bucket).upper())
                    .isEqualTo(new NoticeFilter.Wait(false, bucket + 1).lower());
        }
        assertThat(new NoticeFilter.Wait(true, 99).never()).isTrue();
        assertThat(new NoticeFilter.Wait(true, -1).lower()).isEmpty();
    }

    private static Optional<Duration> minutes(int minutes) {
        return Optional.of(Duration.ofMinutes(minutes));
    }
}
