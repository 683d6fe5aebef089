package noroshi.community.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.community.UnreadCounts;
import noroshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever keeps topics how much is unread; without topics nothing is. */
@Component
class Unread {
    private final ObjectProvider<UnreadCounts> counts;

    Unread(ObjectProvider<UnreadCounts> counts) {
        this.counts = counts;
    }

    Supplier<Map<UUID, Integer>> by(Actor actor) {
        return counts.stream().findFirst().map(source -> source.unread(actor)).orElse(Map::of);
    }
}
