package noroshi.intel.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.asset.AssetGuard;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Decay;
import noroshi.intel.life.Saying;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to lists. What may leave is decided by {@code intel.leaving}; what holds, is sure enough, stands in no
 * warning list and is nobody's own is chosen here, for every form of list alike.
 */
@Service
@Transactional(readOnly = true)
public class Lists {
    /** How long what was withdrawn is said to be revoked. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int WIDEST_IPV4 = 16;
    private static final int WIDEST_IPV6 = 32;

    private final ListStore store;
    private final WarningLists warnings;
    private final AssetGuard assets;
    private final Decay decay;
    private final Clock clock;

    Lists(ListStore store, WarningLists warnings, AssetGuard assets, Decay decay, Clock clock) {
        this.store = store;
        this.warnings = warnings;
        this.assets = assets;
        this.decay = decay;
        this.clock = clock;
    }

    /** The values that machines of the actor's organisation may load now; a list of their own names takes none of them. */
    public Selection select(Wanted wanted, Actor actor) {
        var now = clock.instant();
        if (wanted.types().isEmpty()) {
            return new Selection(List.of(), Tlp.AMBER_STRICT, 0, now);
        }
        var words = new LinkedHashMap<UUID, List<ListStore.Word>>();
        for (var word : store.leaving(actor.organisation(), now.minus(REMEMBERED))) {
            if (wanted.types().contains(word.type()) && word.saying().tlp().compareTo(wanted.strictest()) <= 0) {
                words.computeIfAbsent(word.value(), id -> new ArrayList<>()).add(word);
            }
        }
        var lines = words.values().stream()
                .map(said -> line(said, now))
                .filter(line -> narrow(form(line)))
                .filter(line ->
                        line.revoked() ? wanted.withRevoked() : line.score() >= Math.max(wanted.least(), decay.least()))
                .toList();
        return selection(unblocked(lines, words, actor), wanted, now);
    }

    /** A network as wide as a provider's blocks more than anybody means. */
    public static boolean narrow(Spelling.Form form) {
        var slash = form.value().indexOf('/');
        return switch (form.type()) {
            case IPV4 -> slash < 0 || Integer.parseInt(form.value().substring(slash + 1)) >= WIDEST_IPV4;
            case IPV6 -> slash < 0 || Integer.parseInt(form.value().substring(slash + 1)) >= WIDEST_IPV6;
            default -> true;
        };
    }

    private Line line(List<ListStore.Word> words, Instant now) {
        var first = words.getFirst();
        var holding = words.stream()
                .map(ListStore.Word::saying)
                .filter(saying -> saying.holds(now) && saying.alone())
                .toList();
        var said =
                holding.isEmpty() ? words.stream().map(ListStore.Word::saying).toList() : holding;
        var gone = words.stream()
                .map(ListStore.Word::saying)
                .filter(saying -> saying.withdrawal().isPresent())
                .toList();
        var score = holding.stream()
                .mapToInt(saying -> decay.score(first.type(), saying, now))
                .max()
                .orElse(0);
        return new Line(
                first.value(),
                first.type(),
                first.text(),
                score,
                said.stream().map(Saying::tlp).reduce(Tlp.CLEAR, Tlp::strictest),
                said.stream()
                        .map(Saying::firstAt)
                        .min(Comparator.naturalOrder())
                        .orElse(now),
                said.stream().map(Lists::latest).max(Comparator.naturalOrder()).orElse(now),
                said,
                gone,
                !gone.isEmpty() && words.stream().map(ListStore.Word::saying).allMatch(saying -> over(saying, now)),
                words.stream()
                        .map(ListStore.Word::saying)
                        .map(saying -> changed(saying, now))
                        .max(Comparator.naturalOrder())
                        .orElse(now),
                holding.stream().map(saying -> until(first.type(), saying)).max(Comparator.naturalOrder()));
    }

    private Instant until(IndicatorType type, Saying saying) {
        var faded = saying.lastAt().plus(decay.enough(type, saying.confidence()));
        return saying.validUntil().filter(end -> end.isBefore(faded)).orElse(faded);
    }

    private static Instant changed(Saying saying, Instant now) {
        return saying.validUntil()
                .filter(end -> saying.expired(now) && end.isAfter(latest(saying)))
                .orElseGet(() -> latest(saying));
    }

    private static boolean over(Saying saying, Instant now) {
        return saying.withdrawal().isPresent() || saying.expired(now);
    }

    private static Instant latest(Saying saying) {
        return saying.withdrawal()
                .map(Saying.Withdrawal::at)
                .filter(at -> at.isAfter(saying.lastAt()))
                .orElse(saying.lastAt());
    }

    /**
     * Without what a warning list names and nobody made an exception for, and without what is some member's own. That
     * something is taken back is always said: it ends what its reader may hold already.
     */
    private List<Line> unblocked(List<Line> lines, LinkedHashMap<UUID, List<ListStore.Word>> words, Actor actor) {
        var hits = warnings.hits(lines.stream().map(Lists::form).toList(), actor);
        return lines.stream()
                .filter(line -> {
                    var found = hits.getOrDefault(form(line), List.of());
                    var excepted =
                            words.getOrDefault(line.value(), List.of()).stream().anyMatch(ListStore.Word::excepted);
                    return line.revoked()
                            || found.isEmpty()
                            || excepted && found.stream().noneMatch(Hit.OwnAsset.class::isInstance);
                })
                .toList();
    }

    private static Spelling.Form form(Line line) {
        return new Spelling.Form(line.type(), line.text());
    }

    /** The surest find room; what is taken back has as much room of its own, the latest first. */
    private static Selection selection(List<Line> lines, Wanted wanted, Instant now) {
        var surest = lines.stream()
                .filter(line -> !line.revoked())
                .sorted(Comparator.comparingInt(Line::score).reversed())
                .limit(wanted.most());
        var revoked = lines.stream()
                .filter(Line::revoked)
                .sorted(Comparator.comparing(Line::changedAt).reversed())
                .limit(wanted.most());
        var sorted = Stream.concat(surest, revoked)
                .sorted(Comparator.comparing(Line::type).thenComparing(Line::text))
                .toList();
        var tlp = sorted.stream().map(Line::tlp).reduce(Tlp.CLEAR, Tlp::strictest);
        return new Selection(sorted, tlp, lines.size() - sorted.size(), now);
    }

    /** What the actor's organisation has registered as its own: never to be blocked by any zone. */
    public Set<String> allowed(Actor actor) {
        return assets.own(actor).stream().collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Notes what a machine has loaded; the same again is counted. */
    @Transactional
    public void loaded(String list, Selection selection, String tag, Actor actor) {
        store.lock(actor.person(), list);
        var last = store.last(actor.person(), list);
        if (last.filter(known -> known.tag().equals(tag)).isPresent()) {
            store.again(last.get().id(), clock.instant());
        } else {
            store.loaded(actor, list, selection, tag, clock.instant());
        }
    }

    /** What machines of the actor's organisation have loaded, the latest first. */
    public List<Load> loads(Window window, Actor actor) {
        return store.loads(actor.organisation(), window);
    }

    /** When machines of the actor's organisation got a value, and until when they held it. */
    public List<Held> held(UUID value, Actor actor) {
        return store.held(value, actor.organisation());
    }

    /** The types a domain name system can block. */
    static final Set<IndicatorType> NAMES = Set.of(IndicatorType.DOMAIN, IndicatorType.IPV4, IndicatorType.IPV6);
}
