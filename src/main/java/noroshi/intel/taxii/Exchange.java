package noroshi.intel.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.Reason;
import noroshi.intel.ReceivedEnvelope;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door for machines: they look at collections, fetch from them and bring to them. */
@Service
public class Exchange {
    /** The API root of collections that belong to no community. */
    public static final String GENERAL = "general";

    private final Views views;
    private final CollectionStore collections;
    private final EntryStore entries;
    private final Writers writers;
    private final Pages pages;
    private final Consumers consumers;
    private final TransactionTemplate reading;

    Exchange(
            Views views,
            CollectionStore collections,
            EntryStore entries,
            Writers writers,
            Pages pages,
            Consumers consumers,
            PlatformTransactionManager transactions) {
        this.views = views;
        this.collections = collections;
        this.entries = entries;
        this.writers = writers;
        this.pages = pages;
        this.consumers = consumers;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setName(Acting.PAGE);
    }

    /** An API root: its place in the address, and its name. */
    public record Root(String path, Optional<String> community) {}

    /** The general root, and those of communities with a collection for the actor. */
    public List<Root> roots(Actor actor) {
        var roots = new ArrayList<Root>();
        roots.add(new Root(GENERAL, Optional.empty()));
        views.of(actor).stream()
                .flatMap(view -> view.collection().community().stream())
                .distinct()
                .map(this::root)
                .forEach(roots::add);
        return roots;
    }

    private Root root(UUID community) {
        var name = reading.execute(status -> collections.community(community));
        return new Root(community.toString(), Optional.of(name.orElse("Community")));
    }

    public Root root(String path, Actor actor) {
        return roots(actor).stream()
                .filter(root -> root.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The collections of a root that the actor may fetch from or bring to. */
    public List<View> collections(String root, Actor actor) {
        var found = views.of(actor).stream().filter(standsIn(root)).toList();
        if (found.isEmpty() && !root.equals(GENERAL)) {
            throw new NotFound();
        }
        return found;
    }

    /** By id or alias. */
    public View collection(String root, String name, Actor actor) {
        return views.of(actor).stream()
                .filter(standsIn(root))
                .filter(view -> view.collection().id().toString().equals(name)
                        || (!name.isEmpty() && view.collection().alias().equals(name)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** By id alone, whatever root it stands in. */
    public View collection(UUID id, Actor actor) {
        return views.of(actor).stream()
                .filter(view -> view.collection().id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Predicate<View> standsIn(String root) {
        return view -> view.collection()
                .community()
                .map(UUID::toString)
                .orElse(GENERAL)
                .equals(root);
    }

    private static View readable(View view) {
        if (!view.mayRead()) {
            throw new NotAllowed();
        }
        return view;
    }

    /** What the platform does itself it does not do with copies that are cut for providers. */
    private static View whole(View view) {
        if (view.ofProvider()) {
            throw new NotAllowed();
        }
        return readable(view);
    }

    public Envelope objects(View view, Question question, Actor actor) {
        return page(view, question, false, Eye.of(actor), actor);
    }

    /** As their sources brought them, for what the platform does itself: whoever reads them decides what leaves. */
    public Envelope asReceived(View view, Question question, Actor actor) {
        var page = pages.nothingAfter(whole(view), question)
                ? Envelope.nothing()
                : reading.execute(status -> Envelope.of(entries.objects(view, question, Eye.PLATFORM)));
        consumers.asked(actor, view.collection(), page);
        return page;
    }

    public Envelope manifest(View view, Question question, Actor actor) {
        return page(view, question, true, Eye.STRANGER, actor);
    }

    private Envelope page(View view, Question question, boolean manifest, Eye eye, Actor actor) {
        var page = pages.of(readable(view), question, manifest, eye);
        consumers.asked(actor, view.collection(), page);
        return page;
    }

    /** One object; not found when no version of it can be seen. */
    public Envelope object(View view, String id, Question question, Actor actor) {
        var page = one(view, id, () -> pages.anew(view, question.about(id), Eye.of(actor)));
        consumers.asked(actor, view.collection(), page);
        return page;
    }

    /** The versions of an object, as received, that had been added up to a position. */
    public Envelope until(View view, String id, long position, Actor actor) {
        whole(view);
        return reading.execute(status -> Envelope.of(
                entries.objects(view, Question.ofHistory(id), Eye.PLATFORM).until(position)));
    }

    public Envelope versions(View view, String id, Question question, Actor actor) {
        var all = question.about(id).ofAllVersions();
        return one(view, id, () -> pages.versions(view, all));
    }

    private Envelope one(View view, String id, Supplier<Envelope> page) {
        readable(view);
        var found = page.get();
        if (found.count() == 0 && !holds(view, id)) {
            throw new NotFound();
        }
        return found;
    }

    private boolean holds(View view, String id) {
        return Boolean.TRUE.equals(reading.execute(status -> entries.holds(view, id)));
    }

    /** Which of these ids stand in the collection, for what the platform does itself. */
    public Set<String> held(View view, List<String> ids) {
        whole(view);
        return reading.execute(
                status -> ids.stream().filter(id -> entries.holds(view, id)).collect(Collectors.toSet()));
    }

    /** Takes what a machine brings; what cannot be taken is told with its reason. */
    public Receipt bring(View view, byte[] body, Actor actor) {
        if (!view.mayWrite()) {
            throw new NotAllowed();
        }
        return writers.bring(view.collection(), ReceivedEnvelope.read(body), actor);
    }

    /** Removes versions of an object that the actor's organisation brought; of others' it may not. */
    public void remove(View view, String id, Question question, Actor actor) {
        if (!view.mayWrite()) {
            throw new NotAllowed();
        }
        readable(view);
        var positions = reading.execute(status -> positions(view, question.aboutAllOf(id)));
        if (positions.isEmpty()) {
            throw new NotFound();
        }
        if (writers.remove(view.collection(), id, positions, actor) == 0) {
            throw new NotAllowed();
        }
    }

    /** Every copy of the versions that the question means: one that is hidden behind another goes with it. */
    private List<Long> positions(View view, Question question) {
        var versions = entries.versions(view, question);
        return versions.isEmpty() ? List.of() : entries.positions(view, question.ofVersions(versions));
    }

    /** What became of an envelope that the actor sent. */
    public Receipt status(String root, String id, Actor actor) {
        return reading.execute(status -> {
            var kept = uuid(id).flatMap(collections::status).orElseThrow(NotFound::new);
            if (collections(root, actor).stream()
                    .noneMatch(view -> view.collection().id().equals(kept.collection()))) {
                throw new NotFound();
            }
            var detail = kept.detail();
            var remarks = detail.remarked();
            var taken = entries.takenWith(kept.id()).stream()
                    .map(each -> new Detail.Known(each.id(), each.versionText()))
                    .map(each -> success(each, false, remarks));
            var known = detail.known().stream().map(each -> success(each, true, remarks));
            var successes = Stream.concat(taken, known).toList();
            return new Receipt(
                    kept.id(),
                    kept.at(),
                    kept.total(),
                    kept.taken() + kept.known(),
                    kept.failed(),
                    successes,
                    detail.failed().stream()
                            .map(failed -> failure(kept.at(), failed))
                            .toList());
        });
    }

    private static Receipt.Success success(
            Detail.Known version, boolean known, Map<Detail.Known, List<Reason>> remarks) {
        return new Receipt.Success(version.id(), version.version(), known, remarks.getOrDefault(version, List.of()));
    }

    private static Receipt.Failure failure(Instant at, Detail.Said failed) {
        return Receipt.failure(new Outcome.Failed(failed.id(), failed.version(), failed.reason()), at)
                .orElseThrow();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
