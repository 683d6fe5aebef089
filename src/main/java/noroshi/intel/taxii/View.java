package noroshi.intel.taxii;

import java.util.List;

/**
 * A collection as one machine sees it now.
 *
 * @param shelves what it may read in the collection, in order
 */
public record View(Collection collection, boolean mayRead, boolean mayWrite, List<Integer> shelves) {
    public View {
        shelves = List.copyOf(shelves);
    }

    /** The same with the shelves that the database says. */
    View with(List<Integer> shelvesOfNow) {
        return new View(collection, mayRead, mayWrite, shelvesOfNow);
    }
}
