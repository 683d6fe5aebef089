package noroshi.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of time that the same people watch.
 *
 * @param hours which shift of the day it is; none between two shifts, when somebody is on call
 * @param day the day on which it begins
 */
public record Shift(Optional<Hours> hours, LocalDate day, Instant begins, Instant ends) {
    public boolean onCall() {
        return hours.isEmpty();
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(begins) && moment.isBefore(ends);
    }

    /** What the entry form calls it: the same on every day. */
    public String key() {
        return hours.map(it -> it.id().toString()).orElse("ON_CALL");
    }
}
