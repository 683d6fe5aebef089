package noroshi.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One time we fetched or brought.
 *
 * @param withheld objects that may not leave
 * @param more whether the rest follows in the next round
 * @param fault message key of what went wrong; empty, when nothing did
 */
public record Round(
        UUID id,
        UUID provider,
        Kind kind,
        Instant beganAt,
        Instant endedAt,
        int pages,
        int received,
        int taken,
        int known,
        int failed,
        int withheld,
        boolean more,
        String fault,
        List<String> arguments) {
    public Round {
        arguments = List.copyOf(arguments);
    }

    /** What for. */
    public enum Kind {
        PULL,
        PUSH,
        REPLAY
    }

    public boolean well() {
        return fault.isEmpty();
    }
}
