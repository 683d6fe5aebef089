package noroshi.intel.taxii;

import java.util.List;
import java.util.UUID;

/**
 * A collection as one machine sees it now.
 *
 * @param shelves what it may read in the collection, in order; before them 0 for whoever reads for a provider
 * @param reader whose view it is
 */
public record View(Collection collection, boolean mayRead, boolean mayWrite, List<Integer> shelves, Reader reader) {
    /**
     * Who sees it so, and with which rights.
     *
     * @param principals as the database worked them out and takes them back, {@code membership.principals()} as text
     */
    record Reader(UUID person, String principals) {}

    public View {
        shelves = List.copyOf(shelves);
    }

    /** Whether TLP:AMBER of others is kept from it, so that no page of it is like another reader's. */
    boolean ofProvider() {
        return shelves.contains(0);
    }

    /** The same with the shelves that the database says. */
    View with(List<Integer> shelvesOfNow) {
        return new View(collection, mayRead, mayWrite, shelvesOfNow, reader);
    }
}
