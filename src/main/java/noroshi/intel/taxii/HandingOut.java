package noroshi.intel.taxii;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import noroshi.audit.AuditTrail;
import noroshi.intel.Bundle;
import noroshi.intel.IntelLibrary;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door for people who hand out what is in the library: the objects of a bundle go into a collection with the
 * bytes that were received, under the labels they have here, and from there to machines like what machines brought. A small
 * bundle is out before the page answers; a large one goes by steps of a job.
 */
@Service
public class HandingOut {
    /** Objects of the largest bundle that is out at once. */
    public static final int AT_ONCE = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(HandingOut.class);
    private static final int IN_A_STEP = 500;

    private final IntelLibrary library;
    private final HandOutSteps steps;
    private final HandingStore store;
    private final Views views;
    private final Members members;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** One step at a time: each begins where the last one ended, and when somebody has stopped a bundle nothing of it goes. */
    private final ReentrantLock turn = new ReentrantLock(true);

    HandingOut(
            IntelLibrary library,
            HandOutSteps steps,
            HandingStore store,
            Views views,
            Members members,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.library = library;
        this.steps = steps;
        this.store = store;
        this.views = views;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The bundle, for whoever may hand it out. */
    public Bundle bundle(UUID id, Actor actor) {
        var bundle = library.bundle(id, actor);
        if (!IntelLibrary.mayHandOut(bundle, actor)) {
            throw new NotAllowed();
        }
        return bundle;
    }

    /** Where the organisation that the actor acts for may bring something; other seats and communities do not count. */
    public List<Collection> collections(Actor actor) {
        return views.of(actor).stream()
                .filter(View::mayWrite)
                .map(View::collection)
                .filter(collection -> collection.writers().contains(actor.organisation()))
                .toList();
    }

    private Optional<Collection> collection(UUID id, Actor actor) {
        return collections(actor).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** How far a bundle is that is handed out, or what became of it. */
    public HandedOut show(Bundle bundle, UUID collection, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> store.find(bundle.id(), collection)
                .map(found -> found.with(store.stayed(bundle.id(), collection)))
                .orElseThrow(NotFound::new)));
    }

    /** Wherever a bundle was handed out, the latest first, without what did not go. */
    public List<HandedOut> earlier(Bundle bundle, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> store.of(bundle.id())));
    }

    /** Hands a bundle out, or goes on with it; a large one is left to the job. What went before goes once. */
    public HandedOut handOut(Bundle bundle, UUID collection, Actor actor) {
        var going = begin(bundle, collection, actor);
        if (bundle.taken() + bundle.known() <= AT_ONCE) {
            goOn(going, actor);
        }
        return show(bundle, collection, actor);
    }

    /** The same, and comes back when all of it is out or it was stopped, however large it is. */
    public HandedOut handOutWhole(UUID id, UUID collection, Actor actor) {
        var bundle = bundle(id, actor);
        goOn(begin(bundle, collection, actor), actor);
        return show(bundle, collection, actor);
    }

    /** That it begins is recorded before anything goes; nothing begins twice at once. */
    private HandingStore.Going begin(Bundle bundle, UUID collection, Actor actor) {
        if (!IntelLibrary.mayHandOut(bundle, actor)) {
            throw new NotAllowed();
        }
        if (collection(collection, actor).isEmpty()) {
            throw new RuleBroken("intel.handout.collection");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            if (store.begin(bundle.id(), collection, clock.instant())) {
                audit.record(actor, "intel.bundle-handed-out", collection, Map.of("bundle", bundle.id()));
            }
            var now = store.find(bundle.id(), collection).orElseThrow(NotFound::new);
            return new HandingStore.Going(bundle.id(), collection, bundle.organisation(), now.by());
        }));
    }

    /** What fails here is left to the job. */
    private void goOn(HandingStore.Going going, Actor actor) {
        try {
            var more = true;
            while (more) {
                more = step(going, IN_A_STEP, actor.via());
            }
        } catch (RuntimeException fault) {
            LOG.error("bundle {} is left to the job", going.bundle(), fault);
        }
    }

    /** Nothing more of it goes. What went stays: it is taken back in the collection, or at its source. */
    public void cancel(Bundle bundle, UUID collection, Actor actor) {
        var now = show(bundle, collection, actor);
        turn.lock();
        try {
            stop(
                    new HandingStore.Going(bundle.id(), collection, bundle.organisation(), now.by()),
                    "intel.handout.stopped.cancelled",
                    actor);
        } finally {
            turn.unlock();
        }
    }

    /** It fails again and again: whoever hands it out is told. */
    void giveUp(HandingStore.Going going) {
        var actor = new Actor(going.by(), going.organisation(), Set.of(), "job");
        Acting.as(actor, () -> stop(going, "intel.handout.stopped.fault", actor));
    }

    /** Work that needs that no step is made meanwhile, and that nobody stops one. */
    boolean between(BooleanSupplier work) {
        turn.lock();
        try {
            return work.getAsBoolean();
        } finally {
            turn.unlock();
        }
    }

    /** One step of usual size; answers whether there is another. */
    boolean step(HandingStore.Going going) {
        return step(going, IN_A_STEP, "job");
    }

    /** One step for whoever hands out, with the rights they have now; answers whether there is another. */
    boolean step(HandingStore.Going going, int most, String via) {
        turn.lock();
        try {
            var more = new AtomicBoolean();
            var seat = seat(going, via);
            if (seat.isPresent()) {
                Acting.as(seat.get(), () -> more.set(step(going, most, seat.get())));
            } else {
                var left = new Actor(going.by(), going.organisation(), Set.of(), via);
                Acting.as(left, () -> stop(going, "intel.handout.stopped.left", left));
            }
            return more.get();
        } finally {
            turn.unlock();
        }
    }

    private Optional<Actor> seat(HandingStore.Going going, String via) {
        return members.seats(going.by()).stream()
                .map(seat -> seat.actor(via))
                .filter(actor -> actor.organisation().equals(going.organisation()) && IntelLibrary.mayImport(actor))
                .findFirst();
    }

    private boolean step(HandingStore.Going going, int most, Actor actor) {
        var found =
                Objects.requireNonNull(transaction.execute(status -> store.find(going.bundle(), going.collection())));
        if (found.filter(HandedOut::going).isEmpty()) {
            return false;
        }
        if (!library.mayStillHandOut(going.bundle(), actor)) {
            stop(going, "intel.handout.stopped.bundle", actor);
            return false;
        }
        var into = collection(going.collection(), actor);
        if (into.isEmpty()) {
            stop(going, "intel.handout.stopped.collection", actor);
            return false;
        }
        var now = found.get();
        var some = steps.some(going.bundle(), now.position(), most, List.of());
        if (some.isEmpty()) {
            end(now, actor);
            return false;
        }
        var tally = new HandedOut.Tally();
        steps.go(some, into.get(), tally, actor);
        transaction.executeWithoutResult(
                status -> store.moveOn(now, going, some.getLast().position(), tally));
        return true;
    }

    private void end(HandedOut now, Actor actor) {
        transaction.executeWithoutResult(status -> {
            store.end(now.bundle(), now.collection());
            audit.record(
                    actor,
                    "intel.bundle-hand-out-ended",
                    now.collection(),
                    Map.of("bundle", now.bundle(), "taken", now.taken(), "known", now.known(), "stayed", now.stayed()));
        });
    }

    private void stop(HandingStore.Going going, String why, Actor actor) {
        transaction.executeWithoutResult(status -> store.stop(going.bundle(), going.collection(), why)
                .ifPresent(done -> audit.record(
                        actor,
                        "intel.bundle-hand-out-stopped",
                        going.collection(),
                        Map.of(
                                "bundle",
                                going.bundle(),
                                "reason",
                                why,
                                "taken",
                                done.taken(),
                                "known",
                                done.known(),
                                "stayed",
                                done.stayed()))));
    }

    /**
     * Objects of a bundle that was handed out go where their new labels let them; what went before goes once. Nothing where
     * the actor may not hand out there any more.
     */
    void handOutAgain(UUID bundle, List<UUID> objects, UUID collection, Actor actor) {
        var into = collection(collection, actor);
        if (into.isEmpty() || !IntelLibrary.mayImport(actor)) {
            return;
        }
        var tally = new HandedOut.Tally();
        for (var some = steps.some(bundle, 0, IN_A_STEP, objects);
                !some.isEmpty();
                some = steps.some(bundle, some.getLast().position(), IN_A_STEP, objects)) {
            steps.go(some, into.get(), tally, actor);
        }
    }
}
