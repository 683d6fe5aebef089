package noroshi.site;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import noroshi.shared.Actor;

/**
 * A titled list below the navigation, such as the reader's communities; contributed by a module as a bean.
 *
 * @param order smaller stands higher
 * @param key message key of its title
 * @param allPath where "show all" leads
 * @param among how many of the newest the counts of its entries look at
 * @param links the reader's entries, needed when everything else in the frame has been asked for
 */
public record SideGroup(int order, String key, String allPath, int among, Function<Actor, Supplier<List<Link>>> links) {
    /**
     * One entry.
     *
     * @param colour 0 to 7, the entry's mark
     */
    public record Link(String label, String path, int unread, int colour) {}
}
