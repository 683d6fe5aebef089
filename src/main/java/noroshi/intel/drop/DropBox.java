package noroshi.intel.drop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.audit.AuditTrail;
import noroshi.intel.BundlePreview;
import noroshi.intel.ImportReport;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Reason;
import noroshi.intel.RefusedObject;
import noroshi.intel.Spelling;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the drop-box: what was recognised is shown first, and what was chosen enters the library. */
@Service
@Transactional
public class DropBox {
    /** Bytes of the largest file. */
    public static final int LARGEST = DropReader.LARGEST;

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;
    private static final int AT_ONCE = 100;

    private final IntelLibrary library;
    private final WarningLists warnings;
    private final Indicators indicators;
    private final DropStore store;
    private final DropReader reader;
    private final AuditTrail audit;
    private final Clock clock;

    DropBox(
            IntelLibrary library,
            WarningLists warnings,
            Indicators indicators,
            DropStore store,
            AuditTrail audit,
            Clock clock) {
        this.library = library;
        this.warnings = warnings;
        this.indicators = indicators;
        this.store = store;
        this.reader = new DropReader(clock);
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps what was dropped for its person to look at; what cannot be read is refused and not kept. */
    public UUID bring(byte[] file, String name, Actor actor) {
        preview(file, Wish.NONE, actor);
        var dropped = new Dropped(
                UUID.randomUUID(), plainName(name), sha256(file), file.length, clock.instant(), Optional.empty());
        store.keep(dropped, file, actor, clock.instant().minus(LONGEST));
        return dropped.id();
    }

    /**
     * How something would be read, for a job that is nobody; nothing is kept.
     *
     * @param label the label of what it came with
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Glance glance(byte[] file, Optional<Tlp> label) {
        return Glance.at(reader.read(file, Wish.NONE), file, label);
    }

    /** The strictest label that is written among these words. */
    public static Optional<Tlp> label(String words) {
        return LineReader.label(words);
    }

    /** What came by mail and waits for whoever may take files in, the oldest first. */
    @Transactional(readOnly = true)
    public List<Dropped> mailed(Actor actor) {
        requireRight(actor);
        return store.mailed();
    }

    /** What waits for the actor, the newest first. */
    @Transactional(readOnly = true)
    public List<Dropped> waiting(Actor actor) {
        requireRight(actor);
        return store.waiting();
    }

    @Transactional(readOnly = true)
    public Dropped show(UUID id, Actor actor) {
        requireRight(actor);
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** What taking it would do. */
    @Transactional(readOnly = true)
    public Preview preview(UUID id, Wish wish, Actor actor) {
        var dropped = show(id, actor);
        return preview(store.content(id), wish, dropped.mail(), actor);
    }

    /** What taking this would do; nothing is kept. */
    @Transactional(readOnly = true)
    public Preview preview(byte[] file, Wish wish, Actor actor) {
        return preview(file, wish, Optional.empty(), actor);
    }

    private Preview preview(byte[] file, Wish wish, Optional<Dropped.Mail> mail, Actor actor) {
        requireRight(actor);
        var read = reader.read(file, wish);
        var drop = mail.map(read::by).orElse(read);
        var bundle = drop.format() == Format.STIX
                ? Optional.of(library.preview(file, actor))
                : Optional.<BundlePreview>empty();
        var forms = Stream.concat(
                        drop.items().stream().flatMap(item -> item.forms().stream()),
                        bundle.stream().flatMap(each -> each.forms().stream()))
                .distinct()
                .toList();
        return new Preview(drop, bundle, warnings.hits(forms, actor), known(forms, actor));
    }

    private Set<Spelling.Form> known(List<Spelling.Form> forms, Actor actor) {
        return IntStream.range(0, Math.ceilDiv(Math.min(Asked.MOST, forms.size()), AT_ONCE))
                .mapToObj(page -> forms.subList(page * AT_ONCE, Math.min((page + 1) * AT_ONCE, forms.size())))
                .flatMap(some -> indicators.find(Asked.whole(some), new Window(0, AT_ONCE), actor).stream())
                .map(DropBox::form)
                .collect(Collectors.toSet());
    }

    private static Spelling.Form form(Life life) {
        return new Spelling.Form(life.type(), life.value());
    }

    /** Takes what was chosen of something that waits; then it waits no longer. */
    public ImportReport take(UUID id, Choice choice, Actor actor) {
        var dropped = show(id, actor);
        var report = take(store.content(id), dropped.name(), dropped.mail(), choice, actor);
        removeOnce(id);
        return report;
    }

    /** What came by mail, two people may take or throw away at once: one of them does. */
    private void removeOnce(UUID id) {
        if (!store.discard(id)) {
            throw new NotFound();
        }
    }

    /** Takes what was chosen of this. */
    public ImportReport take(byte[] file, String name, Choice choice, Actor actor) {
        return take(file, name, Optional.empty(), choice, actor);
    }

    private ImportReport take(byte[] file, String name, Optional<Dropped.Mail> mail, Choice choice, Actor actor) {
        var preview = preview(file, choice.wish(), mail, actor);
        var drop = preview.drop();
        if (drop.format() == Format.STIX) {
            var least = mail.flatMap(Dropped.Mail::label);
            if (choice.permission()
                    .filter(permission -> least.filter(label -> permission.tlp().compareTo(label) < 0)
                            .isPresent())
                    .isPresent()) {
                throw new RuleBroken(
                        "intel.permission.laxer", least.orElseThrow().label());
            }
            return library.importBundle(file, name, choice.permission(), actor);
        }
        var chosen = drop.items().stream()
                .filter(item -> choice.takes(item, preview))
                .toList();
        if (chosen.isEmpty()) {
            throw new RuleBroken("drop.none-chosen");
        }
        var ids = new AsStix(drop, actor.organisation(), choice.from(), Set.of(), clock.instant());
        var held = library.kept(chosen.stream().map(ids::indicatorId).toList(), actor);
        var taken = chosen.stream()
                .filter(item -> item.sense() != Sense.ENDED || held.contains(ids.indicatorId(item)))
                .toList();
        if (taken.isEmpty()) {
            throw new RuleBroken("drop.none-held");
        }
        var written = new AsStix(drop, actor.organisation(), choice.from(), held, clock.instant()).write(taken);
        var leftOut = leftOut(drop, chosen, taken, preview);
        var general = new ArrayList<>(List.of(Reason.said("drop.remark.made", drop.format(), sha256(file))));
        general.addAll(drop.remarks());
        var made = new IntelLibrary.Made(
                written.bundle(), sum(file, choice, drop, taken), written.changes(), leftOut, general);
        return library.importMade(made, title(name, drop), choice.permission(), actor);
    }

    /** All of the Centre reads it, so of what is TLP:RED, or may be, it says the place alone. */
    private static List<RefusedObject> leftOut(Drop drop, List<Item> chosen, List<Item> taken, Preview preview) {
        var left = new ArrayList<RefusedObject>();
        var wanted = places(chosen);
        var done = places(taken);
        for (var item : drop.items()) {
            if (!done.contains(item.place())) {
                var reason = wanted.contains(item.place())
                        ? Reason.said("drop.left.deleted")
                        : Reason.said(preview.advised(item) ? "drop.left.not-chosen" : "drop.left.warned");
                left.add(new RefusedObject(0, label(item.where(), item.red() ? "" : item.shown()), reason));
            }
        }
        for (var each : drop.leftOut()) {
            left.add(new RefusedObject(0, label(each.where(), drop.red() ? "" : each.written()), each.reason()));
        }
        return left;
    }

    private static Set<Integer> places(List<Item> items) {
        return items.stream().map(Item::place).collect(Collectors.toSet());
    }

    private static String label(String where, String written) {
        var text = (where + " " + written).strip();
        return text.replace("\0", "\uFFFD").substring(0, Math.min(250, text.length()));
    }

    private static String title(String name, Drop drop) {
        return !name.isBlank()
                ? name
                : drop.title().isBlank() || drop.red()
                        ? drop.format().name().toLowerCase(java.util.Locale.ROOT)
                        : drop.title();
    }

    /** The file's own hash when all of it is taken; the same choice of the same file has the same. */
    private static String sum(byte[] file, Choice choice, Drop drop, List<Item> taken) {
        var own = sha256(file);
        var whole = taken.size() == drop.items().size()
                && choice.wish().equals(Wish.NONE)
                && choice.from().equals(drop.from());
        if (whole) {
            return own;
        }
        var places = taken.stream().map(item -> Integer.toString(item.place())).collect(Collectors.joining(" "));
        return sha256((own + choice.wish() + choice.from() + " " + places).getBytes(StandardCharsets.UTF_8));
    }

    /** Throws away what waits; what others would have looked at too leaves an entry. */
    public void discard(UUID id, Actor actor) {
        var dropped = show(id, actor);
        removeOnce(id);
        dropped.mail()
                .ifPresent(mail -> audit.record(actor, "intel.mail-discarded", id, Map.of("sha256", dropped.sha256())));
    }

    private static void requireRight(Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
    }

    private static String plainName(String name) {
        var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return base.substring(0, Math.min(LONGEST_NAME, base.length()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
