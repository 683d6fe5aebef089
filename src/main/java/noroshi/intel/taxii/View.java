package noroshi.intel.taxii;

import java.util.List;

/**
 * A collection as one machine sees it now.
 *
 * @param shelves what it may read in the collection, in order; before them 0 for whoever reads for a provider
 */
public record View(Collection collection, boolean mayRead, boolean mayWrite, List<Integer> shelves) {
    public View {
        shelves = List.copyOf(shelves);
    }

    /** Whether it is handed copies that are cut for providers in place of entries, so that no page of it is like a member's. */
    public boolean ofProvider() {
        return shelves.contains(0);
    }

    /** The same with the shelves that the database says. */
    View with(List<Integer> shelvesOfNow) {
        return new View(collection, mayRead, mayWrite, shelvesOfNow);
    }
}
