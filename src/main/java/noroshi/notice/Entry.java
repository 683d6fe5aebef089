package noroshi.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One step in the life of a notice.
 *
 * @param late it came after the time it was asked for
 * @param spoken told to the duty officer on the telephone
 */
public record Entry(
        Kind kind,
        String words,
        Optional<Instant> until,
        UUID by,
        UUID organisation,
        Instant at,
        boolean late,
        boolean spoken) {
    /** What happened. */
    public enum Kind {
        NOT_AFFECTED,
        WORKING,
        DONE,
        REOPENED,
        RECHECK_SET,
        RECHECKED
    }
}
