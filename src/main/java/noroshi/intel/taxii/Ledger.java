package noroshi.intel.taxii;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.audit.AuditTrail;
import noroshi.intel.Reason;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.StixType;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters envelopes into a collection: several in one commit, each object decided for itself. */
@Component
class Ledger {
    private static final int MOST_LANES = 500;
    private static final int MOST_OF_ONE = 50;
    private static final Reason FULL = Reason.said("intel.taxii.too-many-types", MOST_LANES);
    private static final Reason ENOUGH = Reason.said("intel.taxii.too-many-own-types", MOST_OF_ONE);
    private static final Duration AHEAD = Duration.ofDays(1);

    private final LedgerStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Ledger(LedgerStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a commit changed.
     *
     * @param head the last position
     * @param lanes those that are new
     * @param rewritten whether something changed that was there before
     */
    record Entered(long head, Map<Lane.Key, Lane> lanes, boolean rewritten) {}

    @Transactional(label = Changes.ASIDE)
    Entered enter(Collection collection, List<Arrival> arrivals, Map<Lane.Key, Lane> lanes) {
        return new Turn(collection, lanes).enter(arrivals);
    }

    @Transactional
    int remove(Collection collection, Actor actor, String id, List<Long> positions) {
        store.takeTurn(collection.id());
        var removed = store.remove(collection.id(), actor, id, positions);
        if (removed > 0) {
            audit.record(actor, "intel.objects-removed", collection.id(), Map.of("object", id, "versions", removed));
        }
        return removed;
    }

    @Transactional
    LedgerStore.Followed follow(UUID collection, List<String> ids) {
        return store.follow(collection, ids);
    }

    /** One commit. */
    private final class Turn {
        private record Key(int shelf, String id) {}

        private final Collection collection;
        private final Map<Lane.Key, Lane> lanes;
        private final Map<UUID, Long> begun = new HashMap<>();
        private final Map<Lane.Key, Lane> opened = new HashMap<>();
        private final Map<Key, History> histories = new HashMap<>();
        private final Additions additions = new Additions();
        private List<String> takenBack = List.of();
        private boolean elsewhere;
        private long first;
        private Instant latest = Instant.MAX;

        Turn(Collection collection, Map<Lane.Key, Lane> lanes) {
            this.collection = collection;
            this.lanes = lanes;
        }

        Entered enter(List<Arrival> arrivals) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            latest = now.plus(AHEAD);
            var total =
                    arrivals.stream().mapToInt(each -> each.objects().size()).sum();
            var last = takeTurn(arrivals);
            first = Math.max(last + 1, Stamp.micros(now) - total + 1);
            var lines = new ArrayList<LedgerStore.Line>();
            for (var arrival : arrivals) {
                arrival.begin(now);
                lines.add(enter(arrival));
            }
            var moves = write(now, lines);
            var followed = followed();
            remember(lines);
            return new Entered(
                    followed.map(LedgerStore.Followed::last)
                            .orElse(additions.count() == 0 ? last : first + additions.count() - 1),
                    opened,
                    additions.count() > 0 && (elsewhere || !moves.isEmpty())
                            || followed.filter(each -> each.held() + each.released() > 0)
                                    .isPresent());
        }

        /** Answers the last position. */
        private long takeTurn(List<Arrival> arrivals) {
            var ids = new LinkedHashSet<String>();
            var versions = new LinkedHashSet<Long>();
            for (var arrival : arrivals) {
                for (var object : arrival.objects()) {
                    if (object instanceof Received.Fit fit) {
                        ids.add(fit.id());
                        fit.version().map(Stamp::micros).ifPresent(versions::add);
                    }
                }
            }
            var turn = store.takeTurn(collection.id(), ids, versions);
            for (var known : turn.known()) {
                elsewhere = true;
                histories
                        .computeIfAbsent(new Key(known.shelf(), known.id()), key -> new History(key.shelf()))
                        .known(known.version(), known.position(), known.state(), known.size(), known.sha256());
            }
            return turn.last();
        }

        private LedgerStore.Line enter(Arrival arrival) {
            var start = first + additions.count();
            for (var object : arrival.objects()) {
                arrival.becomes(
                        switch (object) {
                            case Received.Fit fit -> enter(fit, arrival);
                            case Received.Unfit unfit ->
                                new Outcome.Failed(name(unfit), unfit.spelled(), unfit.reason());
                        });
            }
            var taken = (int) (first + additions.count() - start);
            var failures = arrival.outcomes().stream().filter(Outcome.Failed.class::isInstance);
            var failed = (int) failures.count();
            var all = arrival.objects().size();
            return new LedgerStore.Line(
                    arrival.status(),
                    arrival.actor(),
                    all,
                    taken,
                    all - taken - failed,
                    failed,
                    start,
                    Detail.json(arrival.outcomes()));
        }

        private static String name(Received.Unfit unfit) {
            return unfit.id().isEmpty() ? "objects[" + (unfit.position() - 1) + "]" : unfit.id();
        }

        private Outcome enter(Received.Fit fit, Arrival arrival) {
            var tlp = fit.marked().orElse(Tlp.AMBER_STRICT);
            if (tlp == Tlp.RED) {
                return failed(fit, Reason.said("intel.taxii.red"));
            }
            if (tlp.compareTo(collection.tlp()) > 0) {
                return failed(
                        fit,
                        Reason.said(
                                "intel.taxii.label",
                                tlp.label(),
                                collection.tlp().label()));
            }
            if (fit.version().filter(latest::isBefore).isPresent()) {
                return failed(fit, Reason.said("intel.taxii.future"));
            }
            var actor = arrival.actor();
            var keeper = tlp == Tlp.AMBER_STRICT ? Optional.of(actor.organisation()) : Optional.<UUID>empty();
            var key = new Lane.Key(keeper, fit.spec(), fit.type());
            var lane = lane(key, actor);
            if (lane.isEmpty()) {
                return failed(fit, full(keeper) ? FULL : ENOUGH);
            }
            var piece = new Piece(arrival.text(), fit.offset(), fit.length());
            var history =
                    histories.computeIfAbsent(new Key(lane.get().shelf(), fit.id()), id -> new History(id.shelf()));
            var position = first + additions.count();
            var version = fit.version().map(Stamp::micros);
            var digits = version.isPresent() ? Stamp.digits(fit.spelled()) : 6;
            var compared = version.or(history::lastVersion);
            var same =
                    compared.flatMap(history::at).map(known -> same(lane.get().shelf(), known, piece));
            if (same.isPresent() && (same.get() || version.isPresent())) {
                return same.get()
                        ? new Outcome.Known(fit.id(), compared.get(), digits)
                        : failed(fit, Reason.said("intel.taxii.contradiction"));
            }
            history.add(version.orElse(position), position, additions.count(), piece);
            additions.add(lane.get(), fit.id(), version.orElse(position), digits, actor.organisation(), tlp, piece);
            additions.accounts.add(actor.person());
            return new Outcome.Taken(position, fit.id(), version.orElse(position), digits);
        }

        private static Outcome failed(Received.Fit fit, Reason reason) {
            return new Outcome.Failed(fit.id(), fit.spelled(), reason);
        }

        private Optional<Lane> lane(Lane.Key key, Actor actor) {
            var known = Optional.ofNullable(lanes.get(key)).or(() -> Optional.ofNullable(opened.get(key)));
            var custom = StixType.named(key.type()).isEmpty();
            if (known.isPresent() || (custom && (full(key.keeper()) || enough(key, actor)))) {
                return known;
            }
            var lane = store.open(collection.id(), key, actor);
            begun.computeIfPresent(
                    actor.organisation(), (by, n) -> custom && key.keeper().isEmpty() ? n + 1 : n);
            opened.put(key, lane);
            return Optional.of(lane);
        }

        /** Where all write, one organisation does not use up what is there for everybody. */
        private boolean enough(Lane.Key key, Actor actor) {
            return key.keeper().isEmpty()
                    && begun.computeIfAbsent(actor.organisation(), by -> store.begun(collection.id(), by))
                            >= MOST_OF_ONE;
        }

        /** A keeper with many types of its own leaves room for the others', and for those of the specification. */
        private boolean full(Optional<UUID> keeper) {
            return Stream.concat(lanes.keySet().stream(), opened.keySet().stream())
                            .filter(key -> key.keeper().equals(keeper)
                                    && StixType.named(key.type()).isEmpty())
                            .count()
                    >= MOST_LANES;
        }

        private boolean same(int shelf, History.Version known, Piece piece) {
            if (known.piece().isPresent()) {
                var other = known.piece().get().copy();
                return Arrays.equals(other, piece.copy()) || ReceivedEnvelope.sayTheSame(other, piece.copy());
            }
            if (known.size() == piece.length() && Arrays.equals(known.sha256().orElseThrow(), piece.sha256())) {
                return true;
            }
            return ReceivedEnvelope.sayTheSame(store.raw(collection.id(), shelf, known.position()), piece.copy());
        }

        /** What was taken back elsewhere is handed out here not even once. */
        private Optional<LedgerStore.Followed> followed() {
            return takenBack.isEmpty() ? Optional.empty() : Optional.of(store.follow(collection.id(), takenBack));
        }

        private List<History.Move> write(Instant now, List<LedgerStore.Line> lines) {
            if (additions.count() == 0) {
                store.addStatuses(collection.id(), now, lines);
                return List.of();
            }
            var states = new Short[additions.count()];
            var moves = histories.values().stream()
                    .flatMap(history -> history.settle(states).stream())
                    .toList();
            takenBack = store.add(collection.id(), first, additions, states, now, lines);
            if (!moves.isEmpty()) {
                store.move(collection.id(), additions.accounts, moves);
            }
            return moves;
        }

        /** One entry for each machine in the commit. */
        private void remember(List<LedgerStore.Line> lines) {
            lines.stream()
                    .collect(Collectors.groupingBy(LedgerStore.Line::actor))
                    .forEach((actor, its) -> audit.record(
                            actor,
                            "intel.objects-brought",
                            collection.id(),
                            Map.of(
                                    "envelopes", its.size(),
                                    "taken",
                                            its.stream()
                                                    .mapToInt(LedgerStore.Line::taken)
                                                    .sum(),
                                    "failed",
                                            its.stream()
                                                    .mapToInt(LedgerStore.Line::failed)
                                                    .sum(),
                                    "status", its.getFirst().id())));
        }
    }
}
