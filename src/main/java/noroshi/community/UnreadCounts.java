package noroshi.community;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;

/** How much a reader has not read in each community; the module that owns topics answers. */
public interface UnreadCounts {
    /** Bounded counts by community; a community without an entry has none. */
    Map<UUID, Integer> unread(Collection<UUID> communities, Actor actor);
}
