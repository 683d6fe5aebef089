package noroshi.notice;

import java.time.Instant;
import java.util.Optional;

/** Where a notice stands. */
public sealed interface Standing {
    /** Nobody has answered. */
    record Open() implements Standing {}

    record Working(Instant until) implements Standing {}

    /**
     * Nothing more is expected.
     *
     * @param recheck when the Centre looks again
     */
    record Settled(boolean affected, Optional<Instant> recheck) implements Standing {}
}
