package noroshi.intel.warning;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.asset.AssetGuard;
import noroshi.audit.AuditTrail;
import noroshi.intel.IndicatorType;
import noroshi.intel.Located;
import noroshi.intel.Spelling;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door: lists are loaded and replaced, values are asked for, and exceptions are made with a reason. */
@Service
@Transactional(readOnly = true)
public class WarningLists {
    /** Bytes of the largest file. */
    public static final int LARGEST_FILE = WarningFile.LARGEST;

    private static final int LONGEST_REASON = 1_000;

    private final WarningStore store;
    private final ListsInForce lists;
    private final ShippedLists shipped;
    private final AssetGuard assets;
    private final AuditTrail audit;
    private final Clock clock;

    WarningLists(
            WarningStore store,
            ListsInForce lists,
            ShippedLists shipped,
            AssetGuard assets,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.shipped = shipped;
        this.assets = assets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who may load lists and make exceptions. */
    public static boolean mayChange(Actor actor) {
        return actor.is(Role.EDITOR) || actor.is(Role.ADMINISTRATOR);
    }

    /**
     * What became of a file.
     *
     * @param again whether exactly this was in force already
     */
    public record Loaded(UUID id, String name, long version, int entries, int leftOut, boolean again) {}

    /** Takes a list into force in place of the one of the same name. */
    @Transactional
    public Loaded load(byte[] file, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        var list = WarningFile.read(file);
        var sha256 = sha256(file);
        store.lock();
        var known = store.known(list.name());
        if (known.filter(each -> each.sha256().equals(sha256)).isPresent()) {
            return loaded(known.get().id(), list, true);
        }
        if (known.filter(each -> each.version() > list.version()).isPresent()) {
            throw new RuleBroken("warning.file.older", list.name(), known.get().version());
        }
        known.ifPresent(each -> store.replace(each.id(), actor, clock.instant()));
        var id = store.add(list, sha256, actor, clock.instant());
        audit.record(actor, "intel.warning-list-loaded", id, Map.of("sha256", sha256, "version", list.version()));
        return loaded(id, list, false);
    }

    private static Loaded loaded(UUID id, WarningFile list, boolean again) {
        return new Loaded(id, list.name(), list.version(), list.entries().size(), list.leftOut(), again);
    }

    /** Takes a list out of force. */
    @Transactional
    public void remove(UUID id, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        var list = store.find(id).orElseThrow(NotFound::new);
        if (store.replace(list.id(), actor, clock.instant())) {
            audit.record(actor, "intel.warning-list-removed", list.id(), Map.of());
        }
    }

    /** The lists of the release, those in force, and earlier versions. */
    public List<WarningList> list(Actor actor) {
        return Stream.concat(shipped.lists().stream(), store.newest().stream()).toList();
    }

    /** Why these values should not be published, exceptions or not. */
    public Map<Spelling.Form, List<Hit>> hits(List<Spelling.Form> forms, Actor actor) {
        var found = new HashMap<Spelling.Form, List<Hit>>();
        var all = lists.all();
        for (var form : forms) {
            var budget = new Budget();
            for (var list : all) {
                if (list.matcher().matches(form.type(), form.value(), budget)) {
                    found.computeIfAbsent(form, each -> new ArrayList<>()).add(new Hit.Listed(list.id(), list.name()));
                }
            }
        }
        for (var place : assets.touched(forms.stream().map(WarningLists::place).toList(), actor)) {
            found.computeIfAbsent(forms.get(place), each -> new ArrayList<>()).add(new Hit.OwnAsset());
        }
        return found;
    }

    /** Those that touch what the actor's own organisation registered. */
    public Set<Spelling.Form> own(List<Spelling.Form> forms, Actor actor) {
        return assets.touchedOfOwn(forms.stream().map(WarningLists::place).toList(), actor).stream()
                .map(forms::get)
                .collect(Collectors.toSet());
    }

    private static AssetGuard.Place place(Spelling.Form form) {
        var located = Located.of(form.type(), form.value());
        return new AssetGuard.Place(
                located.host().orElse(""),
                form.type() == IndicatorType.URL ? form.value() : "",
                located.network().orElse(""));
    }

    /** What one list names, be it in force or not any more; exceptions do not count. */
    public Predicate<Spelling.Form> naming(UUID list, Actor actor) {
        var matcher = store.load(list).orElseThrow(NotFound::new).matcher();
        return form -> matcher.matches(form.type(), form.value(), new Budget());
    }

    /** How many values that somebody says each list in force names, as far as all have been looked at. */
    public Map<UUID, Integer> named(Actor actor) {
        return store.named();
    }

    /** What keeps these values from being published: lists without an exception, and members' own. */
    public Map<Spelling.Form, List<Hit>> blocking(List<Spelling.Form> forms, Actor actor) {
        return unlessExcepted(hits(forms, actor));
    }

    private Map<Spelling.Form, List<Hit>> unlessExcepted(Map<Spelling.Form, List<Hit>> hits) {
        if (hits.isEmpty()) {
            return hits;
        }
        var excepted = store.excepted(List.copyOf(hits.keySet()));
        var blocking = new HashMap<Spelling.Form, List<Hit>>();
        hits.forEach((form, all) -> {
            var left = all.stream()
                    .filter(hit -> hit instanceof Hit.OwnAsset || !excepted.contains(form))
                    .toList();
            if (!left.isEmpty()) {
                blocking.put(form, left);
            }
        });
        return blocking;
    }

    /** What is not handed on as it came: what is blocked, but for names and addresses of examples, which harm nobody. */
    public Set<Spelling.Form> withheld(List<Spelling.Form> forms, Actor actor) {
        var harmful = hits(forms, actor);
        harmful.values().forEach(hits -> hits.removeIf(hit -> !harmful(hit)));
        harmful.values().removeIf(List::isEmpty);
        return unlessExcepted(harmful).keySet();
    }

    private static boolean harmful(Hit hit) {
        return switch (hit) {
            case Hit.Listed listed -> !ShippedLists.ofExamples(listed.list());
            case Hit.OwnAsset _ -> true;
        };
    }

    /** A value that may be published although lists warn of it. */
    public record Exempt(Spelling.Form form, String reason, UUID by, java.time.Instant at) {}

    public List<Exempt> exceptions(Actor actor) {
        return store.exceptions().stream()
                .map(each -> new Exempt(each.form(), each.reason(), each.by(), each.at()))
                .toList();
    }

    /** Lets a value be published although lists warn of it. What a member registered as theirs never may. */
    @Transactional
    public void except(Spelling.Form form, String reason, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleBroken("warning.exception.reason", LONGEST_REASON);
        }
        if (hits(List.of(form), actor).getOrDefault(form, List.of()).stream()
                .anyMatch(Hit.OwnAsset.class::isInstance)) {
            throw new RuleBroken("warning.exception.own");
        }
        store.except(form, reason.strip(), actor, clock.instant());
        audit.record(
                actor,
                "intel.warning-overridden",
                actor.organisation(),
                Map.of("type", form.type().code()));
    }

    @Transactional
    public void lift(Spelling.Form form, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        if (store.lift(form) > 0) {
            audit.record(
                    actor,
                    "intel.warning-heeded",
                    actor.organisation(),
                    Map.of("type", form.type().code()));
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
