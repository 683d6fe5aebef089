package noroshi.desk;

import java.time.Instant;

/**
 * Two times of a matter that cannot both be as they are written.
 *
 * @param written the words of the time that comes too early or too late
 * @param against the words of the other one; empty where that is the moment of the report, or now
 * @param moment the moment of the report, or now
 */
public record Contradiction(Rule rule, Moment of, String written, String against, Instant moment) {
    /** What cannot be. */
    public enum Rule {
        NOTICED_BEFORE,
        BEGAN_BEFORE,
        ENDED_BEFORE,
        ENDED_BEFORE_BEGIN,
        FUTURE,
        AFTER_REPORT,
        OLDER_THAN_REPORT
    }
}
