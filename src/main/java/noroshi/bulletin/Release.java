package noroshi.bulletin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a version came to be published. */
public sealed interface Release {
    /** By the editor alone: its audience is not everybody. */
    record Direct() implements Release {}

    /** After a second person agreed. */
    record Approved(UUID by, Instant at) implements Release {}

    /** At once, by one authorised person, with a reason; the second review follows. */
    record Urgent(String reason, Instant reviewDue, Optional<Review> review) implements Release {}

    /**
     * What the second person said afterwards.
     *
     * @param objection empty when they agree
     */
    record Review(UUID by, Instant at, Optional<String> objection) {}

    default boolean urgent() {
        return this instanceof Urgent;
    }
}
