package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How one recipient of a list stands.
 *
 * @param sent how many values it was sent
 * @param live how many of them hold
 * @param owes what it still has to say
 */
public record Standing(
        UUID list,
        UUID organisation,
        Instant pushedAt,
        Instant dueAt,
        Optional<Instant> remindedAt,
        int sent,
        int live,
        Optional<Instant> takenBackAt,
        Optional<Owes> owes) {

    /** What a recipient still has to confirm. */
    public enum Owes {
        REGISTRATION,
        WITHDRAWAL
    }

    public boolean overdue(Instant now) {
        return owes.isPresent() && dueAt.isBefore(now);
    }
}
