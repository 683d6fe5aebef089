package noroshi.intel.taxii;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says to whoever joins the readers of a collection, or is named there, what the library knows of what stands in it. Who
 * leaves is told nothing more at once. Each step is a transaction and writes down how far it came.
 */
@Component
class FollowReaders {
    private static final int AT_ONCE = 500;

    private final LibraryStore store;
    private final TransactionTemplate transaction;

    FollowReaders(LibraryStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything that waits. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT25S")
    public synchronized void run() {
        var more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> store.spreadOn(AT_ONCE)));
        }
    }
}
