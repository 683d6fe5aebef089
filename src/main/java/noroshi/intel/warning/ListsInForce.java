package noroshi.intel.warning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Changes;
import org.springframework.stereotype.Component;

/** The lists that count now, ready to be asked: those of the release, and those somebody loaded, kept until replaced. */
@Component
class ListsInForce {
    private final WarningStore store;
    private final ShippedLists shipped;
    private final Changes changes;
    private volatile Map<UUID, ListInForce> kept = Map.of();
    private volatile Optional<Wanted> wanted = Optional.empty();

    ListsInForce(WarningStore store, ShippedLists shipped, Changes changes) {
        this.store = store;
        this.shipped = shipped;
        this.changes = changes;
    }

    /** What was in force when this much had been stored. */
    private record Wanted(long moment, Set<UUID> lists) {}

    private Set<UUID> wanted() {
        var now = changes.moment();
        var known = wanted.filter(each -> each.moment() == now);
        if (known.isPresent()) {
            return known.get().lists();
        }
        var found = store.inForce();
        if (Acting.current().isPresent()) { // nobody sees none
            wanted = Optional.of(new Wanted(now, found));
        }
        return found;
    }

    List<ListInForce> all() {
        var wanted = wanted();
        if (!kept.keySet().equals(wanted)) {
            var ready = new HashMap<UUID, ListInForce>();
            for (var id : wanted) {
                var known = kept.get(id);
                (known == null ? store.load(id) : Optional.of(known)).ifPresent(list -> ready.put(id, list));
            }
            kept = Map.copyOf(ready);
        }
        var all = new ArrayList<>(shipped.matchers());
        all.addAll(kept.values());
        return all;
    }
}
