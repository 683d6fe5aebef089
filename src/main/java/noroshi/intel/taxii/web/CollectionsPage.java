package noroshi.intel.taxii.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.intel.taxii.Collection;

/** The collections that the reader may know of. */
public record CollectionsPage(List<Row> rows, boolean mayAdminister) {
    /** A collection, how many machines fetch from it, and when one did last. */
    public record Row(Collection collection, int machines, Optional<Instant> lastAt) {}
}
