package noroshi.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * When a silent organisation is reminded, when its second contact is asked, and when the duty officer telephones.
 */
record Ladder(Instant reminder, Instant second, Instant call) {
    private static final Duration PATIENCE = Duration.ofHours(12);

    /** Towards the due time: at half of the time, at three quarters, and when it is over. */
    static Ladder towards(Instant due, Instant from) {
        var time = Duration.between(from, due);
        return new Ladder(
                from.plus(time.dividedBy(2)), from.plus(time.multipliedBy(3).dividedBy(4)), due);
    }

    /** After the time they gave themselves: at once, after half a day, after a day. */
    static Ladder after(Instant until) {
        return new Ladder(until, until.plus(PATIENCE), until.plus(PATIENCE.multipliedBy(2)));
    }
}
