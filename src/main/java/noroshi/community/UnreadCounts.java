package noroshi.community;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;

/** How much a reader has not read of the newest in each community; the module that owns topics answers. */
public interface UnreadCounts {
    /** How many of the newest of each community are looked at; pages say so, for older ones may be unread too. */
    int NEWEST = 50;

    /** Bounded counts by each community of the actor; a community without an entry has none. */
    Supplier<Map<UUID, Integer>> unread(Actor actor);
}
