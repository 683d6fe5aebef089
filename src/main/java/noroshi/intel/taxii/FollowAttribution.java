package noroshi.intel.taxii;

import java.util.UUID;
import noroshi.intel.cut.AttributionChosen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an organisation brought before follows its choice of who may learn that: what arrives from now on does at once, the
 * rest within seconds, some at a time so that nobody who writes waits long. Each step may be done again without harm.
 */
@Component
class FollowAttribution {
    private static final Logger LOG = LoggerFactory.getLogger(FollowAttribution.class);

    private final VeilStore store;
    private final Veils veils;
    private final Writers writers;
    private final TransactionTemplate transaction;

    FollowAttribution(VeilStore store, Veils veils, Writers writers, PlatformTransactionManager transactions) {
        this.store = store;
        this.veils = veils;
        this.writers = writers;
        this.transaction = new TransactionTemplate(transactions);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void hear(AttributionChosen event) {
        veils.forget();
    }

    /** Forgets first, also where nobody has chosen: an organisation may be called otherwise by now. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT20S")
    public synchronized void run() {
        veils.forget();
        for (var choice : transaction.execute(status -> store.choices())) {
            try {
                follow(choice);
            } catch (RuntimeException fault) {
                LOG.error("what {} brought does not follow its choice yet", choice.organisation(), fault);
            }
        }
    }

    private void follow(VeilStore.Choice choice) {
        transaction
                .execute(status -> store.collections())
                .forEach(collection -> follow(collection, choice.organisation()));
        transaction.executeWithoutResult(status -> store.followed(choice));
    }

    /** From the beginning again, until nothing is found: an entry may have moved to before what was looked at. */
    private void follow(UUID collection, UUID organisation) {
        var some = writers.veil(collection, organisation, VeilStore.Place.FIRST);
        while (some.isPresent()) {
            var place = some;
            while (place.isPresent()) {
                place = writers.veil(collection, organisation, place.get());
            }
            some = writers.veil(collection, organisation, VeilStore.Place.FIRST);
        }
    }
}
