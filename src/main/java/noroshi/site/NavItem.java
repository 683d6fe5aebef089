package noroshi.site;

import java.util.function.Predicate;
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
 * @param unread the count beside it; 0 shows none
 */
public record NavItem(
        int order,
        String key,
        String icon,
        String path,
        boolean onBar,
        Predicate<Actor> visibleTo,
        ToIntFunction<Actor> unread) {

    public static NavItem at(int order, String key, String icon, String path) {
        return new NavItem(order, key, icon, path, false, actor -> true, actor -> 0);
    }

    public NavItem onTheBar() {
        return new NavItem(order, key, icon, path, true, visibleTo, unread);
    }

    public NavItem onlyFor(Predicate<Actor> readers) {
        return new NavItem(order, key, icon, path, onBar, readers, unread);
    }

    public NavItem counting(ToIntFunction<Actor> count) {
        return new NavItem(order, key, icon, path, onBar, visibleTo, count);
    }
}
