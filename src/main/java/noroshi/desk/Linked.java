package noroshi.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * A matter that belongs to another one.
 *
 * @param later this one came after the other: it is the recurrence, or was split off
 */
public record Linked(
        UUID matter,
        String reference,
        String number,
        String title,
        Instant openedAt,
        Status status,
        Kind kind,
        boolean later) {

    /** How two matters belong together. */
    public enum Kind {
        RELATED,
        /** The same thing again. */
        RECURRENCE,
        SPLIT
    }

    public String path() {
        return "/desk/" + reference;
    }
}
