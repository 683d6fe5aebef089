package noroshi.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which notices to list.
 *
 * @param batch only those that were composed together; the duty desk alone finds them
 * @param waited only those first opened, or answered, within this bucket of waiting time
 */
public record NoticeFilter(
        Show show,
        Optional<Finding> finding,
        Optional<UUID> organisation,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Wait> waited,
        Optional<UUID> batch) {

    public NoticeFilter(
            Show show,
            Optional<Finding> finding,
            Optional<UUID> organisation,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<Wait> waited) {
        this(show, finding, organisation, from, until, waited, Optional.empty());
    }

    /** Which part of their life. */
    public enum Show {
        ALL,
        /** An answer is expected. */
        WAITING,
        /** An answer is overdue. */
        LATE,
        UNOPENED,
        /** The first answer came after it was due. */
        ANSWERED_LATE,
        /** Settled, and to be looked at again. */
        RECHECK,
        /** The same, and the time has come. */
        RECHECK_DUE,
        SETTLED
    }

    /**
     * One bar of a chart of waiting times.
     *
     * @param answer until the first answer; else until the first view
     * @param bucket as in {@link WaitingTimes#LIMITS}; one more is longer than all, two more is not at all
     */
    public record Wait(boolean answer, int bucket) {
        public Wait {
            bucket = Math.clamp(bucket, 0, WaitingTimes.LIMITS.size() + 1);
        }

        boolean never() {
            return bucket == WaitingTimes.LIMITS.size() + 1;
        }

        Optional<Long> lower() {
            return bucket == 0 || never()
                    ? Optional.empty()
                    : Optional.of(WaitingTimes.LIMITS.get(bucket - 1).toSeconds());
        }

        Optional<Long> upper() {
            return bucket >= WaitingTimes.LIMITS.size()
                    ? Optional.empty()
                    : Optional.of(WaitingTimes.LIMITS.get(bucket).toSeconds());
        }
    }

    public static NoticeFilter of(Show show) {
        return new NoticeFilter(
                show, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
