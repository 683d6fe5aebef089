package noroshi.site;

import java.util.Comparator;
import java.util.List;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the modules contribute to the frame. */
@Component
class Navigation {
    private static final int ON_THE_BAR = 4;

    private final ObjectProvider<NavItem> items;
    private final ObjectProvider<SideGroup> groups;

    Navigation(ObjectProvider<NavItem> items, ObjectProvider<SideGroup> groups) {
        this.items = items;
        this.groups = groups;
    }

    /** The frame for whoever acts now, who is at the path. */
    Shell shell(String path) {
        return Acting.current()
                .map(actor -> shell(actor, path))
                .orElseGet(() -> new Shell(List.of(), List.of(), List.of(), List.of()));
    }

    private Shell shell(Actor actor, String path) {
        var seen = items.stream()
                .filter(item -> item.visibleTo().test(actor))
                .sorted(Comparator.comparingInt(NavItem::order))
                .toList();
        var here = seen.stream()
                .map(NavItem::path)
                .filter(place -> within(place, path))
                .max(Comparator.comparingInt(String::length));
        var nav = seen.stream()
                .map(item -> place(item, actor, here.filter(item.path()::equals).isPresent()))
                .toList();
        var top = nav.stream().filter(place -> !place.live().isEmpty()).toList();
        var bar = seen.stream()
                .filter(NavItem::onBar)
                .limit(ON_THE_BAR)
                .map(item -> nav.get(seen.indexOf(item)))
                .toList();
        var lists = groups.stream()
                .sorted(Comparator.comparingInt(SideGroup::order))
                .map(group -> list(group, actor, path))
                .toList();
        var side = nav.stream().filter(place -> place.live().isEmpty()).toList();
        return new Shell(side, top, bar, lists);
    }

    /** Of several places around the path the nearest is where the reader is. */
    private static Shell.Place place(NavItem item, Actor actor, boolean here) {
        return new Shell.Place(
                item.key(), item.icon(), item.path(), item.unread().applyAsInt(actor), here, item.live());
    }

    private static Shell.Group list(SideGroup group, Actor actor, String path) {
        var entries = group.links().apply(actor).stream()
                .map(link -> new Shell.Entry(
                        link.label(), link.path(), link.unread(), link.colour() % 8, within(link.path(), path)))
                .toList();
        return new Shell.Group(group.key(), group.allPath(), entries);
    }

    private static boolean within(String place, String path) {
        return path.equals(place) || (!place.equals("/") && path.startsWith(place + "/"));
    }
}
