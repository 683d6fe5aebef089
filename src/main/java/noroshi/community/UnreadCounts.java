package noroshi.community;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;

/** How much a reader has not read in each community; the module that owns topics answers. */
public interface UnreadCounts {
    /** Bounded counts by each community of the actor; a community without an entry has none. */
    Supplier<Map<UUID, Integer>> unread(Actor actor);
}
