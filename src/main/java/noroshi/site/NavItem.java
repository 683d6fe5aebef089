package noroshi.site;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import noroshi.shared.Actor;

/**
 * A place in the side navigation, contributed by a module as a bean.
 *
 * @param order smaller stands higher
 * @param key message key of its name
 * @param icon symbol in {@code img/icons.svg}
 * @param path where it leads
 * @param onBar whether it also stands on the bottom bar of small screens (the first four do)
 * @param visibleTo who sees it
 * @param unread the count beside it, needed when all have been asked for; 0 shows none
 * @param live where open pages hear that the count changed; what has such an address stands at the top of the page
 */
public record NavItem(
        int order,
        String key,
        String icon,
        String path,
        boolean onBar,
        Predicate<Actor> visibleTo,
        Function<Actor, Supplier<Integer>> unread,
        String live) {

    public static NavItem at(int order, String key, String icon, String path) {
        return new NavItem(order, key, icon, path, false, actor -> true, actor -> () -> 0, "");
    }

    public NavItem onTheBar() {
        return new NavItem(order, key, icon, path, true, visibleTo, unread, live);
    }

    public NavItem onlyFor(Predicate<Actor> readers) {
        return new NavItem(order, key, icon, path, onBar, readers, unread, live);
    }

    public NavItem counting(ToIntFunction<Actor> count) {
        return countingLater(actor -> () -> count.applyAsInt(actor));
    }

    /** The count is asked together with what else the frame asks. */
    public NavItem countingLater(Function<Actor, Supplier<Integer>> count) {
        return new NavItem(order, key, icon, path, onBar, visibleTo, count, live);
    }

    /** At the top of every page instead of in the list, with a count that lives. */
    public NavItem onTop(String stream) {
        return new NavItem(order, key, icon, path, onBar, visibleTo, unread, stream);
    }
}
