package noroshi.site;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.Kept;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the modules contribute to the frame. */
@Component
class Navigation {
    private static final int ON_THE_BAR = 4;

    private static final int KEPT = 2_000;

    private final ObjectProvider<NavItem> items;
    private final ObjectProvider<SideGroup> groups;
    private final Kept<Counted> counted;
    private volatile List<NavItem> sortedItems = List.of();
    private volatile List<SideGroup> sortedGroups = List.of();

    Navigation(ObjectProvider<NavItem> items, ObjectProvider<SideGroup> groups, Changes changes, Clock clock) {
        this.items = items;
        this.groups = groups;
        counted = new Kept<>(changes, clock, KEPT);
    }

    /** The frame for whoever acts now, who is at the path. */
    Shell shell(String path) {
        return Acting.current()
                .map(actor -> shell(actor, path))
                .orElseGet(() -> new Shell(List.of(), List.of(), List.of(), List.of()));
    }

    private Shell shell(Actor actor, String path) {
        if (sortedItems.isEmpty()) {
            gather();
        }
        var seen = sortedItems.stream()
                .filter(item -> item.visibleTo().test(actor))
                .toList();
        var frame = counted.ask(actor, Ui.locale(), () -> count(seen, actor));
        var here = seen.stream()
                .map(NavItem::path)
                .filter(place -> within(place, path))
                .max(Comparator.comparingInt(String::length));
        var nav = IntStream.range(0, seen.size())
                .mapToObj(place -> place(
                        seen.get(place),
                        frame.counts().get(place),
                        here.filter(seen.get(place).path()::equals).isPresent()))
                .toList();
        var bar = IntStream.range(0, seen.size())
                .filter(place -> seen.get(place).onBar())
                .limit(ON_THE_BAR)
                .mapToObj(nav::get)
                .toList();
        var side = nav.stream().filter(place -> place.live().isEmpty()).toList();
        var top = nav.stream().filter(place -> !place.live().isEmpty()).toList();
        var lists = IntStream.range(0, sortedGroups.size())
                .mapToObj(group -> list(sortedGroups.get(group), frame.links().get(group), path))
                .toList();
        return new Shell(side, top, bar, lists);
    }

    /** Everything is asked for before the first answer is needed, so that the answers come together. */
    private Counted count(List<NavItem> seen, Actor actor) {
        var counts = seen.stream().map(item -> item.unread().apply(actor)).toList();
        var links =
                sortedGroups.stream().map(group -> group.links().apply(actor)).toList();
        return new Counted(
                counts.stream().map(Supplier::get).toList(),
                links.stream().map(Supplier::get).toList());
    }

    /** Looking for beans takes longer than what they do. */
    private void gather() {
        sortedGroups = groups.stream()
                .sorted(Comparator.comparingInt(SideGroup::order))
                .toList();
        sortedItems =
                items.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    }

    /** Of several places around the path the nearest is where the reader is. */
    private static Shell.Place place(NavItem item, int unread, boolean here) {
        return new Shell.Place(item.key(), item.icon(), item.path(), unread, here, item.live());
    }

    private static Shell.Group list(SideGroup group, List<SideGroup.Link> links, String path) {
        return new Shell.Group(
                group.key(),
                group.allPath(),
                group.among(),
                links.stream()
                        .map(link -> new Shell.Entry(
                                link.label(), link.path(), link.unread(), link.colour() % 8, within(link.path(), path)))
                        .toList());
    }

    private static boolean within(String place, String path) {
        return path.equals(place) || (!place.equals("/") && path.startsWith(place + "/"));
    }

    /** What had to be asked for a frame: the counts of the places one sees, and the entries of each list. */
    private record Counted(List<Integer> counts, List<List<SideGroup.Link>> links) {}
}
