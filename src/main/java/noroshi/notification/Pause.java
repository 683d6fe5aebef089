package noroshi.notification;

import java.time.Duration;
import java.time.Instant;

/** How long nobody knocks at a server that did not open; longer each time. */
class Pause {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration length = Duration.ZERO;
    private Instant until = Instant.EPOCH;

    boolean lasts(Instant now) {
        return now.isBefore(until);
    }

    Instant until() {
        return until;
    }

    void begin(Instant now) {
        var doubled = length.multipliedBy(2);
        length = doubled.isZero() ? FIRST : doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        until = now.plus(length);
    }

    void end() {
        length = Duration.ZERO;
        until = Instant.EPOCH;
    }
}
