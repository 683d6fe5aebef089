package noroshi.intel.taxii;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.springframework.transaction.annotation.Transactional;

/** The front door for people: collections are made and changed, sources name whom they mean, everybody sees who got what. */
@Service
@Transactional(readOnly = true)
public class Collections {
    private static final int MOST_LEFT_OUTSIDE = 50;

    private final CollectionStore store;
    private final ConsumerStore consumers;
    private final LibraryStore library;
    private final AuditTrail audit;
    private final Clock clock;

    Collections(CollectionStore store, ConsumerStore consumers, LibraryStore library, AuditTrail audit, Clock clock) {
        this.store = store;
        this.consumers = consumers;
        this.library = library;
        this.audit = audit;
        this.clock = clock;
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
        try {
            if (!store.change(known.id(), collection)) {
                throw new NotFound();
            }
        } catch (DuplicateKeyException taken) {
            throw new RuleBroken("intel.collection.alias-taken");
        }
        audit.record(actor, "intel.collection-changed", id, rights(collection));
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

    /** Names them anew; only who administers the source does that, never the Centre for it. */
    @Transactional
    public void name(UUID id, List<UUID> organisations, Actor actor) {
        var known = show(id, actor);
        actor.require(Role.ORG_ADMIN);
        var named = organisations.stream()
                .filter(organisation -> !organisation.equals(actor.organisation()))
                .distinct()
                .toList();
        store.name(known.id(), actor.organisation(), named, actor, Timestamp.from(clock.instant()));
        audit.record(actor, "intel.readers-named", id, Map.of("named", named));
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
