package noroshi.community.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.community.MyCommunity;
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

    Map<UUID, Integer> in(List<MyCommunity> communities, Actor actor) {
        var ids = communities.stream().map(MyCommunity::id).toList();
        return counts.stream()
                .findFirst()
                .map(source -> source.unread(ids, actor))
                .orElse(Map.of());
    }
}
