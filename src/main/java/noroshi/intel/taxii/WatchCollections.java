package noroshi.intel.taxii;

import java.util.List;
import java.util.Objects;
import noroshi.intel.taxii.WatchStore.Entry;
import noroshi.intel.taxii.WatchStore.Standing;
import noroshi.intel.taxii.WatchStore.Stretch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the values of indicators that stand in collections and that the library does not hold, so that what becomes a
 * member's own later is found there, too. Each step may be done again without harm.
 */
@Component
class WatchCollections {
    private static final Logger LOG = LoggerFactory.getLogger(WatchCollections.class);

    /** Then other collections have their turn, and this one goes on where it was: a million at once is nothing to hurry for. */
    private static final int TURNS = 4;

    private final WatchStore store;
    private final TransactionTemplate transaction;

    WatchCollections(WatchStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Some steps for each collection with something that nobody has asked. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT40S")
    public synchronized void run() {
        for (var waiting : Objects.requireNonNull(transaction.execute(status -> store.waiting()))) {
            try {
                var stretch = waiting;
                for (var turn = 0; turn < TURNS && stretch.watched() < stretch.upto(); turn++) {
                    stretch = stretch.behind(step(stretch));
                }
            } catch (RuntimeException fault) {
                LOG.error("nobody asks what stands in collection {}", waiting.collection(), fault);
            }
        }
    }

    /** Answers up to where it went. */
    private long step(Stretch stretch) {
        var entries = Objects.requireNonNull(transaction.execute(status -> store.entries(stretch)));
        var unheld = entries.stream().filter(entry -> entry.raw().isPresent()).toList();
        try {
            note(unheld);
        } catch (RuntimeException fault) {
            // one that cannot be kept must not hold up the rest for ever
            unheld.forEach(entry -> noteAlone(stretch, entry));
        }
        var upto = entries.isEmpty() ? stretch.upto() : entries.getLast().position();
        transaction.executeWithoutResult(status -> store.watched(stretch.collection(), upto));
        return upto;
    }

    private void noteAlone(Stretch stretch, Entry entry) {
        try {
            note(List.of(entry));
        } catch (RuntimeException fault) {
            LOG.error("values of {} in collection {} are not kept", entry.stixId(), stretch.collection(), fault);
        }
    }

    private void note(List<Entry> entries) {
        var indicators = entries.stream()
                .map(entry -> new Standing(
                        entry.stixId(), FollowGuarded.values(entry.raw().orElseThrow())))
                .filter(indicator -> !indicator.values().isEmpty())
                .toList();
        if (!indicators.isEmpty()) {
            transaction.executeWithoutResult(status -> store.note(indicators));
        }
    }
}
