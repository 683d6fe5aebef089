package noroshi.intel.taxii;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What each machine may see, remembered until somebody's rights may have changed, so that a right that is taken away ends
 * with the next request. Half a second at most: rights also begin and end by the clock.
 */
@Component
class Views {
    private static final long MILLIS = 500;
    private static final int MOST = 20_000;

    private final CollectionStore store;
    private final TransactionTemplate reading;
    private final Changes changes;
    private final Clock clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    Views(CollectionStore store, PlatformTransactionManager transactions, Changes changes, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    private record Kept(long at, long moment, List<View> views) {}

    /** The collections that the bound actor may fetch from or bring to. */
    List<View> of(Actor actor) {
        var now = clock.millis();
        var moment = changes.moment();
        var known = kept.get(actor.person());
        if (known != null && known.moment() == moment && now - known.at() < MILLIS && now >= known.at()) {
            return known.views();
        }
        var views = reading.execute(status -> store.views());
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(actor.person(), new Kept(now, moment, views));
        return views;
    }
}
