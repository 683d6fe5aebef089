package noroshi.intel.lists.web;

import static noroshi.site.Ui.listed;
import static noroshi.site.Ui.text;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.lists.Holdings;

/**
 * What machines of the reader's organisation got, and what of it was withdrawn.
 *
 * @param stillHeld how many of all that was withdrawn a machine had when it loaded last
 * @param names of the accounts
 */
public record ReceivedPage(
        List<Holdings.Feed> feeds,
        List<Holdings.TakenBack> takenBack,
        long stillHeld,
        Map<UUID, String> names,
        int number,
        boolean more) {

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public long machines() {
        return feeds.stream().map(Holdings.Feed::account).distinct().count();
    }

    public static boolean stands(Holdings.TakenBack row) {
        return row.againAt().isEmpty();
    }

    public String holders(Holdings.TakenBack row) {
        return listed(row.holders().stream().map(this::name).sorted().toList());
    }

    public static String way(Holdings.Feed feed) {
        return switch (feed.way()) {
            case Holdings.Way.ByList(var list) -> list;
            case Holdings.Way.FromCollection(var collection, var title) -> title;
        };
    }

    public static String kind(Holdings.Feed feed) {
        return text(feed.way() instanceof Holdings.Way.ByList ? "list.by-list" : "list.from-collection");
    }

    public static String path(Holdings.Feed feed) {
        return switch (feed.way()) {
            case Holdings.Way.ByList(var list) -> "/intel/lists";
            case Holdings.Way.FromCollection(var collection, var title) ->
                "/intel/collections/" + collection + "/machines/" + feed.account();
        };
    }
}
