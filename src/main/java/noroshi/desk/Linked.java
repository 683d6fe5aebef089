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

    /** A matter that another one may be linked to or merged into. */
    public record Other(UUID matter, String reference, String title, Status status) {}

    public String path() {
        return "/desk/" + reference;
    }
}
