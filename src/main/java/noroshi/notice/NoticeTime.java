package noroshi.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long one notice took; it says not which.
 *
 * @param synthetic a record of the demo world whose particulars its source does not give
 */
public record NoticeTime(
        Finding finding,
        int severity,
        Instant sentAt,
        Optional<Duration> untilView,
        Optional<Duration> untilAnswer,
        boolean late,
        boolean synthetic) {}
