package noroshi.intel.taxii;

import java.time.Instant;
import java.util.List;
import noroshi.intel.cut.WordsHeld;
import noroshi.shared.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transactions of {@link FollowOutward}: many, and copies change nobody's rights. */
@Component
class OutwardSteps {
    private final OutwardStore store;
    private final ApplicationEventPublisher events;
    private final Changes changes;

    OutwardSteps(OutwardStore store, ApplicationEventPublisher events, Changes changes) {
        this.store = store;
        this.events = events;
        this.changes = changes;
    }

    @Transactional(label = Changes.ASIDE)
    void look() {
        store.look();
    }

    @Transactional(label = Changes.ASIDE)
    List<OutwardStore.Waiting> waiting() {
        return store.waiting();
    }

    @Transactional(label = Changes.ASIDE)
    List<OutwardStore.Place> some(int shelf, int atMost) {
        return store.some(shelf, atMost);
    }

    /** Writes down a step and tells whose words wait since then; only that is seen on pages. */
    @Transactional(label = Changes.ASIDE)
    void put(int shelf, List<Long> dues, List<OutwardStore.Copy> copies, long done, Instant now) {
        var news = store.put(shelf, dues, copies, done, Stamp.micros(now) - dues.size() - copies.size());
        if (news.isEmpty()) {
            return;
        }
        news.forEach(source -> events.publishEvent(new WordsHeld(source, now)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.stored();
            }
        });
    }
}
