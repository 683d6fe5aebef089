package noroshi.intel.taxii;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door for people: collections are made and changed, sources name whom they mean, everybody sees who got what. */
@Service
@Transactional(readOnly = true)
public class Collections {
    private static final int MOST_LEFT_OUTSIDE = 50;

    private final CollectionStore store;
    private final ConsumerStore consumers;
    private final LibraryStore library;
    private final Writers writers;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Collections(
            CollectionStore store,
            ConsumerStore consumers,
            LibraryStore library,
            Writers writers,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.consumers = consumers;
        this.library = library;
        this.writers = writers;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who may make and change collections. */
    public static boolean mayAdminister(Actor actor) {
        return actor.is(Role.ADMINISTRATOR);
    }

    @Transactional
    public UUID create(NewCollection collection, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var id = UUID.randomUUID();
        try {
            store.add(id, collection, actor, Timestamp.from(clock.instant()));
        } catch (DuplicateKeyException taken) {
            throw new RuleBroken("intel.collection.alias-taken");
        }
        audit.record(actor, "intel.collection-created", id, rights(collection));
        return id;
    }

    @Transactional
    public void change(UUID id, NewCollection collection, Actor actor) {
        var known = show(id, actor);
        if (!mayAdminister(actor)) {
            throw new NotAllowed();
        }
        requireKept(known, collection, actor);
        try {
            if (!store.change(known.id(), collection)) {
                throw new NotFound();
            }
        } catch (DuplicateKeyException taken) {
            throw new RuleBroken("intel.collection.alias-taken");
        }
        audit.record(actor, "intel.collection-changed", id, rights(collection));
    }

    /** What bulletins cite needs a writer; what not everybody may read of it must not get more readers. */
    private void requireKept(Collection known, NewCollection wanted, Actor actor) {
        if (known.published() && !wanted.writers().contains(actor.organisation())) {
            throw new RuleBroken("intel.collection.published.writer");
        }
        var more = wanted.readers().stream()
                .anyMatch(reader -> !known.readers().contains(reader)
                        && known.community().filter(reader::equals).isEmpty());
        if (more && store.tellsAFew(known.id())) {
            throw new RuleBroken("intel.collection.published.readers");
        }
    }

    /** Lets a collection take what bulletins cite, or nothing more of it; what is there is still revoked in time. */
    @Transactional
    public void publish(UUID id, boolean published, Actor actor) {
        var known = show(id, actor);
        if (!mayAdminister(actor)) {
            throw new NotAllowed();
        }
        if (!store.publish(known.id(), published, actor.organisation())) {
            throw new NotFound();
        }
        audit.record(actor, "intel.collection-published", id, Map.of("published", published));
    }

    private static Map<String, ?> rights(NewCollection collection) {
        return Map.of(
                "readers", collection.readers(),
                "writers", collection.writers(),
                "tlp", collection.tlp().name());
    }

    /** Those that the actor may know of, by title. */
    public List<Collection> list(Actor actor) {
        return store.visible();
    }

    public Collection show(UUID id, Actor actor) {
        return store.visible(id).orElseThrow(NotFound::new);
    }

    /** Whom the actor's organisation has named for what it brings as TLP:AMBER+STRICT. */
    public List<UUID> named(UUID id, Actor actor) {
        return store.named(show(id, actor).id(), actor.organisation());
    }

    /**
     * Names them anew; only who administers the source does that, never the Centre for it. Where somebody joins, what the
     * source brought before comes anew: their machines poll from where they stand, beyond it.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void name(UUID id, List<UUID> organisations, Actor actor) {
        var known = Objects.requireNonNull(transaction.execute(status -> show(id, actor)));
        actor.require(Role.ORG_ADMIN);
        var named = organisations.stream()
                .filter(organisation -> !organisation.equals(actor.organisation()))
                .distinct()
                .toList();
        writers.inTurn(
                known.id(), () -> Objects.requireNonNull(transaction.execute(status -> named(id, named, actor))));
    }

    private Writers.Changed named(UUID id, List<UUID> named, Actor actor) {
        var now = clock.instant();
        var before = store.named(id, actor.organisation());
        store.name(id, actor.organisation(), named, actor, Timestamp.from(now));
        audit.record(actor, "intel.readers-named", id, Map.of("named", named));
        return before.containsAll(named)
                ? Writers.Changed.NOTHING
                : store.bringAnew(id, actor.organisation(), Stamp.micros(now));
    }

    /** Which of its objects the library could not take, the latest first; for who administers collections. */
    public List<LeftOutside> leftOutside(UUID id, Actor actor) {
        return library.leftOutside(show(id, actor).id(), MOST_LEFT_OUTSIDE);
    }

    /** When objects of a collection entered the library last; for who administers collections. */
    public Optional<Instant> enteredLibrary(UUID id, Actor actor) {
        return library.enteredAt(id);
    }

    /** The machines that the actor may know of and that fetch from a collection; from all, when none is given. */
    public List<Consumer> consumers(Optional<UUID> collection, Window window, Actor actor) {
        return consumers.consumers(collection, window);
    }

    /** What a machine of the actor's organisation got, hour by hour. */
    public List<Delivery> deliveries(UUID account, UUID collection, Window window, Actor actor) {
        return consumers.deliveries(account, collection, window);
    }
}
