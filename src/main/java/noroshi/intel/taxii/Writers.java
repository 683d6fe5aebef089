package noroshi.intel.taxii;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets writers into a collection one commit after the other, so that positions become visible in their order. Whoever
 * has the turn takes along all who wait.
 */
@Component
class Writers {
    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
    private static final int MOST_OBJECTS = 4_000;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final Heads heads;
    private final Ledger ledger;
    private final LedgerStore store;
    private final Veils veils;

    Writers(Heads heads, Ledger ledger, LedgerStore store, Veils veils) {
        this.heads = heads;
        this.ledger = ledger;
        this.store = store;
        this.veils = veils;
    }

    Receipt bring(Collection collection, ReceivedEnvelope envelope, Actor actor) {
        return bring(collection, new Arrival(UUID.randomUUID(), actor, envelope, false, Optional.empty()));
    }

    /** Brings what the platform says, and the last words of others, whoever brought an object of that id before. */
    Receipt passOn(Collection collection, ReceivedEnvelope envelope, Optional<UUID> source, Actor actor) {
        return bring(collection, new Arrival(UUID.randomUUID(), actor, envelope, true, source));
    }

    private Receipt bring(Collection collection, Arrival arrival) {
        var head = heads.of(collection.id());
        head.queue(arrival);
        arrival.await();
        if (!arrival.done()) {
            lead(collection, head, arrival);
        }
        return arrival.receipt();
    }

    private void lead(Collection collection, Heads.Head head, Arrival leader) {
        head.turn().lock();
        try {
            commit(collection, head, head.next(MOST_OBJECTS, MOST_BYTES));
        } finally {
            head.turn().unlock();
            head.handOn(leader);
        }
    }

    int remove(Collection collection, String id, List<Long> positions, Actor actor) {
        var head = heads.of(collection.id());
        head.turn().lock();
        try {
            var removed = ledger.remove(collection, actor, id, positions);
            head.moved(removed.last(), removed.entries() > 0);
            return removed.entries();
        } finally {
            head.turn().unlock();
        }
    }

    /**
     * What somebody else changed.
     *
     * @param last the last position of the collection after that
     * @param entries how many
     */
    record Changed(long last, int entries) {
        static final Changed NOTHING = new Changed(-1, 0);
    }

    /** Somebody else changes a collection while nobody writes; answers how many entries were changed. */
    int inTurn(UUID collection, Supplier<Changed> change) {
        var head = heads.of(collection);
        head.turn().lock();
        try {
            var changed = change.get();
            head.moved(changed.last(), changed.entries() > 0);
            return changed.entries();
        } finally {
            head.turn().unlock();
        }
    }

    /** Entries of these objects follow what their source or the Centre took back, or says again. */
    void follow(UUID collection, List<String> ids) {
        var head = heads.of(collection);
        head.turn().lock();
        try {
            var followed = ledger.follow(collection, ids);
            head.moved(followed.last(), followed.held() + followed.released() > 0);
        } finally {
            head.turn().unlock();
        }
    }

    /** Some entries of an organisation follow what it chose; answers the last of them. */
    Optional<VeilStore.Place> veil(UUID collection, UUID organisation, VeilStore.Place after) {
        var head = heads.of(collection);
        head.turn().lock();
        try {
            var last = veils.follow(collection, organisation, after);
            head.moved(head.position(), last.isPresent());
            return last;
        } finally {
            head.turn().unlock();
        }
    }

    private void commit(Collection collection, Heads.Head head, List<Arrival> arrivals) {
        try {
            if (!head.lanesKnown()) {
                head.lanes(store.lanes(collection.id()));
            }
            if (arrivals.stream().anyMatch(Writers::large)) {
                head.takesLarge();
            }
            var entered = ledger.enter(collection, arrivals, head.lanes());
            head.lanes(entered.lanes());
            head.moved(entered.head(), entered.rewritten());
            arrivals.forEach(Arrival::finish);
        } catch (RuntimeException | Error fault) {
            // whatever it is, nobody may be left waiting
            head.forgetLanes();
            if (arrivals.size() == 1 || fault instanceof Error) {
                arrivals.forEach(arrival -> arrival.fail(fault));
            } else {
                LOG.warn("{} envelopes cannot be kept together and are tried one by one", arrivals.size(), fault);
                arrivals.forEach(
                        arrival -> Acting.as(arrival.actor(), () -> commit(collection, head, List.of(arrival))));
            }
        }
    }

    private static boolean large(Arrival arrival) {
        return arrival.objects().stream()
                .anyMatch(object -> object instanceof Received.Fit fit && fit.length() > Heads.LARGE);
    }
}
