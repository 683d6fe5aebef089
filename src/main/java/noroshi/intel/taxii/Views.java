package noroshi.intel.taxii;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Briefly;
import noroshi.shared.Changes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What each machine may see, remembered until somebody's rights may have changed, so that a right that is taken away ends
 * with the next request.
 */
@Component
class Views {
    private final CollectionStore store;
    private final TransactionTemplate reading;
    private final Briefly<UUID, Seen> known;

    Views(CollectionStore store, PlatformTransactionManager transactions, Changes changes, Clock clock) {
        this.store = store;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.known = new Briefly<>(changes, clock);
    }

    /**
     * What somebody sees.
     *
     * @param principals whom they belong to, as the database worked it out and takes it back; nothing where they see nothing
     */
    record Seen(List<View> views, Optional<String> principals) {}

    /** The collections that the bound actor may fetch from or bring to. */
    List<View> of(Actor actor) {
        return known.ask(actor.person(), () -> Optional.ofNullable(reading.execute(status -> store.views())))
                .map(Seen::views)
                .orElse(List.of());
    }

    /** Whom somebody belongs to, if that was worked out and still holds. */
    Optional<String> principals(UUID person) {
        return known.remembered(person).flatMap(Seen::principals);
    }
}
