package noroshi.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A telephone call that the duty officer has to make.
 *
 * @param phone number of the organisation's window; empty when it gave none
 * @param said what was noted when the number was rung in vain
 */
public record Call(
        UUID id,
        UUID topic,
        UUID organisation,
        String title,
        Reason reason,
        String phone,
        Instant openedAt,
        String said,
        Optional<Instant> triedAt) {
    /** Why. */
    public enum Reason {
        /** The time to answer is over. */
        UNANSWERED,
        /** Nobody keeps the window. */
        EMPTY
    }
}
