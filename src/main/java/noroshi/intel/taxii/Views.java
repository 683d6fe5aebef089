package noroshi.intel.taxii;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What each machine may see, remembered for half a second: whoever loses a right loses it within that time, and every
 * page that is not in memory is asked for behind the wall anyway.
 */
@Component
class Views {
    private static final long MILLIS = 500;
    private static final int MOST = 20_000;

    private final CollectionStore store;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    Views(CollectionStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    private record Kept(long at, List<View> views) {}

    /** The collections that the bound actor may fetch from or bring to. */
    List<View> of(Actor actor) {
        var now = clock.millis();
        var known = kept.get(actor.person());
        if (known != null && now - known.at() < MILLIS && now >= known.at()) {
            return known.views();
        }
        var views = reading.execute(status -> store.views());
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(actor.person(), new Kept(now, views));
        return views;
    }

    /** After rights have changed. */
    void forget() {
        kept.clear();
    }
}
