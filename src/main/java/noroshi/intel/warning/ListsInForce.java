package noroshi.intel.warning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lists that count now, ready to be asked: those of the release, and those somebody loaded, kept until replaced. */
@Component
class ListsInForce {
    private final WarningStore store;
    private final ShippedLists shipped;
    private volatile Map<UUID, ListInForce> kept = Map.of();

    ListsInForce(WarningStore store, ShippedLists shipped) {
        this.store = store;
        this.shipped = shipped;
    }

    List<ListInForce> all() {
        var wanted = store.inForce();
        if (!kept.keySet().equals(wanted)) {
            var ready = new HashMap<UUID, ListInForce>();
            for (var id : wanted) {
                var known = kept.get(id);
                (known == null ? store.load(id) : java.util.Optional.of(known)).ifPresent(list -> ready.put(id, list));
            }
            kept = Map.copyOf(ready);
        }
        var all = new ArrayList<>(shipped.matchers());
        all.addAll(kept.values());
        return all;
    }
}
