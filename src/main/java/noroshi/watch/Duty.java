package noroshi.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody stands watch.
 *
 * @param post as what
 * @param hours which shift of the day; empty for whoever is on call
 * @param phone where they are reached
 */
public record Duty(
        UUID id, String post, Optional<UUID> hours, Instant begins, Instant ends, UUID person, String phone) {
    public boolean during(Instant moment) {
        return !moment.isBefore(begins) && moment.isBefore(ends);
    }

    /** Whether one person cannot well do both: at the same time, or one directly after the other. */
    public boolean clashes(Duty other) {
        return person.equals(other.person) && !begins.isAfter(other.ends) && !other.begins.isAfter(ends);
    }
}
