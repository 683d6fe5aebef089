package noroshi.intel.taxii;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * A page of a collection.
 *
 * @param more whether there is more after it
 * @param shelves what its reader may read in the collection
 */
public record Found<T extends Found.Row>(List<T> rows, boolean more, List<Integer> shelves) {
    public Found {
        rows = List.copyOf(rows);
        shelves = List.copyOf(shelves);
    }

    /** Something at a position. */
    public sealed interface Row {
        long position();
    }

    /**
     * An object as its reader may have it, by whom it was brought, and its label as decided then.
     *
     * @param size of what was received
     * @param veil what its source chose, where that changes what others get
     */
    public record Raw(long position, byte[] raw, UUID source, Optional<Tlp> label, int size, int veil) implements Row {}

    /** What is known of an object without reading it. */
    public record Mention(long position, String id, String spec, long version, int digits) implements Row {
        public String versionText() {
            return Stamp.text(version, digits);
        }
    }

    /** What of it stands up to a position. */
    Found<T> until(long position) {
        return new Found<>(
                rows.stream().filter(row -> row.position() <= position).toList(), more, shelves);
    }

    public long first() {
        return rows.getFirst().position();
    }

    public long last() {
        return rows.getLast().position();
    }
}
