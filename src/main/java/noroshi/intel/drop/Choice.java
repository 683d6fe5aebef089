package noroshi.intel.drop;

import java.util.Optional;
import java.util.Set;
import noroshi.intel.Permission;

/**
 * What somebody wants to take.
 *
 * @param places numbers of the entries that were ticked
 * @param shown how many entries had a tick to set
 * @param rest whether those that had none are taken as advised
 * @param from whose word it is
 */
public record Choice(
        Wish wish, Set<Integer> places, int shown, boolean rest, String from, Optional<Permission> permission) {
    public Choice {
        places = Set.copyOf(places);
    }

    /** Everything nothing warns of. */
    public static Choice advised(Wish wish, String from, Optional<Permission> permission) {
        return new Choice(wish, Set.of(), 0, true, from, permission);
    }

    boolean takes(Item item, Preview preview) {
        return item.place() <= shown ? places.contains(item.place()) : rest && preview.advised(item);
    }
}
