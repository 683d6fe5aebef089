package noroshi.desk;

import java.time.Instant;

/**
 * Something that changed at the desk in a while, or that is still open at its end.
 *
 * @param reference of the matter; empty for what belongs to none
 * @param number of its ticket
 * @param title of the matter as it was then; of a report the code of its series
 * @param code how it changed, in the words of the thing: statuses, a clock, a verdict, a half day
 * @param words who or what it is about: an organisation's name, a decision
 * @param at when it happened, or when it is due
 */
public record Changed(What what, String reference, String number, String title, String code, String words, Instant at) {
    /** What it is. */
    public enum What {
        /** A matter came in. */
        ARRIVED,
        /** A matter stands elsewhere than before; the code is where it stood and where it stands. */
        MOVED,
        /** The desk decided something. */
        DECISION,
        /** A clock that runs, and is due. */
        CLOCK,
        /** A telephone call to make. */
        CALL,
        /** A report upwards that is missed or due next; the code is its half day. */
        EDITION,
        /** Help that was asked for, answered or ended; the code is OPEN, the verdict, or ENDED. */
        SUPPORT,
        /** The event owner was asked about impact and has not answered. */
        INQUIRY,
        /** A task that is not done. */
        TASK
    }

    /** The way to the matter; empty for what belongs to none. */
    public String path() {
        return reference.isEmpty() ? "" : "/desk/" + reference;
    }
}
