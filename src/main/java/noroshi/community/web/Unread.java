package noroshi.community.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.community.UnreadCounts;
import noroshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Asks whoever keeps topics how much is unread; without topics nothing is. */
@Component
class Unread {
    private final SingletonSupplier<UnreadCounts> counts;

    Unread(ObjectProvider<UnreadCounts> counts) {
        this.counts = SingletonSupplier.ofNullable(counts::getIfAvailable);
    }

    Supplier<Map<UUID, Integer>> by(Actor actor) {
        return Optional.ofNullable(counts.get())
                .map(source -> source.unread(actor))
                .orElse(Map::of);
    }
}
