package noroshi.topic;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which of the topics that the reader may read a list shows; every condition that is chosen must hold.
 *
 * @param kinds of these kinds; empty for all
 * @param community only what came through this community of the reader
 * @param after only what stands behind this place: the cursor of the next page
 */
public record TopicFilter(
        Set<Kind> kinds, Optional<UUID> community, Set<Condition> conditions, Optional<TopicCursor> after, int size) {
    private static final int LARGEST = 200;

    public TopicFilter {
        kinds = Set.copyOf(kinds);
        conditions = Set.copyOf(conditions);
        size = Math.clamp(size, 1, LARGEST);
    }

    /** What may be asked of each topic of a list. */
    public enum Condition {
        /** Somebody else sent it to the reader in person or to a window they hold. */
        ADDRESSED,
        /** The reader wrote it, openly or with the organisation hidden. */
        OWN,
        IMPORTANT,
        /** The reader has not opened the current version. */
        UNREAD,
        /** The reader has not confirmed the current version. */
        UNCONFIRMED,
        /** No answer is marked as useful, and neither has the reader confirmed it nor their organisation commented. */
        UNANSWERED
    }

    public static TopicFilter of(int size, Condition... conditions) {
        var chosen = EnumSet.noneOf(Condition.class);
        chosen.addAll(Set.of(conditions));
        return new TopicFilter(Set.of(), Optional.empty(), chosen, Optional.empty(), size);
    }

    public TopicFilter of(Kind... only) {
        return new TopicFilter(Set.of(only), community, conditions, after, size);
    }

    public TopicFilter in(Optional<UUID> principal) {
        return new TopicFilter(kinds, principal, conditions, after, size);
    }

    public TopicFilter after(Optional<TopicCursor> place) {
        return new TopicFilter(kinds, community, conditions, place, size);
    }

    boolean has(Condition condition) {
        return conditions.contains(condition);
    }

    boolean leavesOut() {
        return !conditions.isEmpty() || kinds.size() > 1;
    }
}
