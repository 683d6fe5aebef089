package noroshi.intel.taxii;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.intel.IntelLibrary;
import noroshi.intel.ObjectGiven;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door for whom an object of a collection belongs to. It is its first bringer's; where that was somebody who only
 * knew the id, the Centre gives it to its true source.
 */
@Service
public class Ownership {
    private static final int LONGEST_REASON = 1_000;

    private final Collections collections;
    private final Writers writers;
    private final LedgerStore ledger;
    private final GivenStore store;
    private final Members members;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Ownership(
            Collections collections,
            Writers writers,
            LedgerStore ledger,
            GivenStore store,
            Members members,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.collections = collections;
        this.writers = writers;
        this.ledger = ledger;
        this.store = store;
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What was given in a collection, as far as it concerns the actor. */
    public List<Given> given(UUID collection, Actor actor) {
        var known = collections.show(collection, actor);
        return transaction.execute(status -> store.in(known.id()));
    }

    /**
     * Gives an object to its true source: what others brought of it here goes, and its versions are the source's to bring.
     *
     * @return how many entries of others went
     */
    public int give(UUID collection, String object, UUID source, String reason, Actor actor) {
        var known = collections.show(collection, actor);
        if (!Collections.mayAdminister(actor)) {
            throw new NotAllowed();
        }
        var id = object.strip();
        if (!IntelLibrary.isVersioned(id)) {
            throw new RuleBroken("intel.given.object");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleBroken("intel.given.reason", LONGEST_REASON);
        }
        if (!members.organisations(List.of(source)).containsKey(source)) {
            throw new RuleBroken("intel.given.source");
        }
        return writers.inTurn(
                known.id(),
                () -> Objects.requireNonNull(
                        transaction.execute(status -> taken(known.id(), id, source, reason.strip(), actor))));
    }

    private Writers.Changed taken(UUID collection, String object, UUID source, String reason, Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ledger.takeTurn(collection);
        var changed = store.give(collection, object, source, reason, now)
                .orElseThrow(() -> new RuleBroken("intel.given.writer"));
        audit.record(
                actor,
                "intel.object-given",
                collection,
                Map.of("object", object, "source", source, "versions", changed.entries(), "reason", reason));
        events.publishEvent(new ObjectGiven(collection, now));
        return changed;
    }
}
