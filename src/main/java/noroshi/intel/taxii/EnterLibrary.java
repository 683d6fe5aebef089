package noroshi.intel.taxii;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Origin;
import noroshi.intel.taxii.LibraryStore.Behind;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What arrives by TAXII enters the library, a little at a time and for whoever made the collection: what that person may
 * not read stays where it is. What of it the library holds is said to the collection's readers. Objects and position are written together, so that nothing is lost and nothing doubled.
 */
@Component
class EnterLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(EnterLibrary.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_TRIES = 3;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ID = 300;

    private final LibraryStore store;
    private final EntryStore entries;
    private final Views views;
    private final IntelLibrary library;
    private final Members members;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Behind, Integer> tries = new HashMap<>();
    private final Set<UUID> unread = new HashSet<>();

    EnterLibrary(
            LibraryStore store,
            EntryStore entries,
            Views views,
            IntelLibrary library,
            Members members,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.views = views;
        this.library = library;
        this.members = members;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One step for each collection with something new. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT30S")
    public synchronized void run() {
        for (var behind : store.behind()) {
            importer(behind).ifPresent(actor -> Acting.as(actor, () -> step(behind, actor)));
        }
    }

    /**
     * From the seat that may import; nobody, when the maker has left. For a maker who has a seat at a provider, too, and is
     * handed copies without words, another administrator stands in; while there is none, everything waits.
     */
    private Optional<Actor> importer(Behind behind) {
        var maker = members.seats(behind.maker()).stream()
                .map(seat -> seat.actor("job"))
                .filter(EnterLibrary::mayEnter)
                .findFirst();
        if (maker.flatMap(actor -> seen(behind, actor)).filter(View::ofProvider).isEmpty()) {
            return maker;
        }
        var other = members.administrators("job").stream()
                .filter(EnterLibrary::mayEnter)
                .filter(actor ->
                        seen(behind, actor).filter(view -> !view.ofProvider()).isPresent())
                .findFirst();
        if (other.isPresent()) {
            unread.remove(behind.collection());
        } else if (unread.add(behind.collection())) {
            LOG.error(
                    "collection {} waits outside the library: its maker has a seat at a provider, and no other administrator reads it",
                    behind.collection());
        }
        return other;
    }

    private static boolean mayEnter(Actor actor) {
        return IntelLibrary.mayImport(actor) && Collections.mayAdminister(actor);
    }

    private Optional<View> seen(Behind behind, Actor actor) {
        var seen = new AtomicReference<Optional<View>>(Optional.empty());
        Acting.as(actor, () -> seen.set(view(behind, actor)));
        return Objects.requireNonNull(seen.get());
    }

    private void step(Behind behind, Actor actor) {
        try {
            transaction.executeWithoutResult(status -> enter(behind, actor));
            tries.remove(behind);
        } catch (RuntimeException fault) {
            var count = tries.merge(behind, 1, Integer::sum);
            LOG.error("objects of collection {} do not enter the library, try {}", behind.collection(), count, fault);
            if (count >= MOST_TRIES) {
                tries.remove(behind);
                skip(behind, actor);
            }
        }
    }

    private void enter(Behind behind, Actor actor) {
        store.takeTurnToSpread();
        var page = page(behind, actor);
        page.map(Found::rows).filter(rows -> !rows.isEmpty()).ifPresent(rows -> enter(rows, behind, actor));
        moveOn(behind, page);
    }

    private void enter(List<Found.Raw> rows, Behind behind, Actor actor) {
        var title = view(behind, actor).orElseThrow().collection().title();
        var origins =
                rows.stream().map(row -> new Origin(row.source(), row.label())).toList();
        library.enter(bundle(rows), origins, "TAXII " + title, actor);
    }

    /** What cannot be taken in must not hold up the rest for ever, nor take along what came with it. */
    private void skip(Behind behind, Actor actor) {
        var page = transaction.execute(status -> page(behind, actor));
        page.stream().flatMap(found -> found.rows().stream()).forEach(row -> enterAlone(row, behind, actor));
        transaction.executeWithoutResult(status -> moveOn(behind, page));
    }

    private void enterAlone(Found.Raw row, Behind behind, Actor actor) {
        try {
            transaction.executeWithoutResult(status -> enter(List.of(row), behind, actor));
        } catch (RuntimeException fault) {
            LOG.error("an object of collection {} stays out of the library", behind.collection(), fault);
            var left = new LeftOutside(id(row), cut(String.valueOf(fault), LONGEST_REASON), clock.instant());
            transaction.executeWithoutResult(status -> store.leaveOutside(behind.collection(), row.position(), left));
        }
    }

    private static String id(Found.Raw row) {
        try {
            return cut(JsonMapper.shared().readTree(row.raw()).path("id").asString(""), LONGEST_ID);
        } catch (JacksonException unreadable) {
            return "";
        }
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length())).replace("\0", "");
    }

    private void moveOn(Behind behind, Optional<Found<Found.Raw>> page) {
        var position = page.filter(Found::more).map(Found::last).orElse(behind.head());
        store.spread(behind, position);
        store.moveOn(behind, position, clock.instant());
    }

    private Optional<Found<Found.Raw>> page(Behind behind, Actor actor) {
        var all = Question.everything(behind.entered(), AT_ONCE);
        return view(behind, actor).map(view -> entries.objects(view, all, Eye.PLATFORM));
    }

    private Optional<View> view(Behind behind, Actor actor) {
        return views.of(actor).stream()
                .filter(view -> view.mayRead() && view.collection().id().equals(behind.collection()))
                .findFirst();
    }

    private static byte[] bundle(List<Found.Raw> rows) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("{\"type\":\"bundle\",\"id\":\"bundle--" + UUID.randomUUID() + "\",\"objects\":[")
                .getBytes(StandardCharsets.US_ASCII));
        for (var i = 0; i < rows.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(rows.get(i).raw());
        }
        out.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
