package noroshi.intel.taxii;

import static noroshi.intel.taxii.Outcome.Failed.failed;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import noroshi.audit.AuditTrail;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Reason;
import noroshi.intel.Received;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters envelopes into a collection: several in one commit, each object decided for itself. */
@Component
class Ledger {
    private final LedgerStore store;
    private final Veils veils;
    private final Restraint restraint;
    private final AuditTrail audit;
    private final Clock clock;

    Ledger(LedgerStore store, Veils veils, Restraint restraint, AuditTrail audit, Clock clock) {
        this.store = store;
        this.veils = veils;
        this.restraint = restraint;
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
    Writers.Changed remove(Collection collection, Actor actor, String id, List<Long> positions) {
        store.takeTurn(collection.id());
        var removed = store.remove(collection.id(), actor, id, positions);
        if (removed.entries() > 0) {
            var detail = Map.of("object", id, "versions", removed.entries());
            audit.record(actor, "intel.objects-removed", collection.id(), detail);
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
        private final Lanes lanes;
        private final Owners owners = new Owners();
        private final Revocations revocations = new Revocations();
        private final Map<UUID, Set<UUID>> naming = new HashMap<>();
        private final Map<Key, History> histories = new HashMap<>();
        private final Additions additions = new Additions();
        private List<String> takenBack = List.of();
        private Set<Received> restrained = Set.of();
        private boolean elsewhere;
        private long head;
        private long first;
        private Instant latest = Instant.MAX;

        Turn(Collection collection, Map<Lane.Key, Lane> lanes) {
            this.collection = collection;
            this.lanes = new Lanes(store, collection.id(), lanes);
        }

        Entered enter(List<Arrival> arrivals) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            latest = now.plus(IntelLibrary.AHEAD);
            var total =
                    arrivals.stream().mapToInt(each -> each.objects().size()).sum();
            head = takeTurn(arrivals);
            restrained = restraint.of(arrivals);
            first = Math.max(head + 1, Stamp.micros(now) - total + 1);
            var lines = new ArrayList<LedgerStore.Line>();
            for (var arrival : arrivals) {
                arrival.begin(now);
                lines.add(enter(arrival));
            }
            var moves = write(now, lines);
            var followed = followed();
            remember(lines);
            return new Entered(
                    followed.map(LedgerStore.Followed::last).orElse(head),
                    lanes.opened(),
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
            owners.given(turn.given(), turn.holders());
            for (var known : turn.known()) {
                elsewhere = true;
                owners.first(known.id(), known.shelf(), known.keeper(), known.owner());
                revocations.known(known);
                histories
                        .computeIfAbsent(new Key(known.shelf(), known.id()), key -> new History(key.shelf()))
                        .known(known);
            }
            return turn.last();
        }

        private LedgerStore.Line enter(Arrival arrival) {
            var start = first + additions.count();
            for (var object : Revocations.first(arrival.objects())) {
                arrival.becomes(
                        switch (object) {
                            case Received.Fit fit -> enter(fit, arrival);
                            case Received.Unfit unfit -> Outcome.Failed.of(unfit);
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

        private Outcome enter(Received.Fit fit, Arrival arrival) {
            var label = fit.marked().orElse(Tlp.AMBER_STRICT);
            if (label == Tlp.RED) {
                return failed(fit, Reason.said("intel.taxii.red"));
            }
            if (label.compareTo(collection.tlp()) > 0) {
                return failed(
                        fit,
                        Reason.said(
                                "intel.taxii.label",
                                label.label(),
                                collection.tlp().label()));
            }
            if (fit.version().filter(latest::isBefore).isPresent()) {
                return failed(fit, Reason.said("intel.taxii.future"));
            }
            var actor = arrival.actor();
            var source = arrival.source();
            var near = restrained.contains(fit) && !follows(fit, arrival.source(), label);
            var remarks = near ? List.of(Outcome.NEAR) : fit.gist().remarks();
            var tlp = near ? Tlp.AMBER_STRICT : label;
            if (tlp == Tlp.AMBER_STRICT && !source.equals(actor.organisation())) {
                return failed(fit, Reason.said(near ? "intel.handout.warned" : "intel.taxii.others"));
            }
            if (veils.tells(source, fit.type())) {
                return failed(fit, Reason.said("intel.taxii.telling"));
            }
            var key = Lane.Key.of(tlp, source, near, fit);
            var lane = lanes.of(key, actor);
            if (lane.isEmpty()) {
                return failed(fit, lanes.refusal(key.keeper()));
            }
            var piece = new Piece(arrival.text(), fit.offset(), fit.length());
            var history =
                    histories.computeIfAbsent(new Key(lane.get().shelf(), fit.id()), id -> new History(id.shelf()));
            var position = first + additions.count();
            var version = fit.version().map(Stamp::micros);
            var digits = version.isPresent() ? Stamp.digits(fit.spelled()) : 6;
            var compared = version.or(() -> history.lastVersion(fit.spec()));
            LongFunction<byte[]> stored =
                    at -> store.raw(collection.id(), lane.get().shelf(), at);
            var same = compared.flatMap(history::at).map(known -> known.says(piece, stored));
            if (same.isPresent() && (same.get() || version.isPresent())) {
                return same.get()
                        ? new Outcome.Known(fit.id(), compared.get(), digits, remarks)
                        : failed(fit, Reason.said("intel.taxii.contradiction"));
            }
            if (version.isPresent()
                    && (arrival.passesOn()
                            ? owners.givenToAnother(fit.id(), source)
                            : others(fit.id(), lane.get().shelf(), actor))) {
                return failed(fit, Reason.said("intel.taxii.others"));
            }
            var over = revocations.before(fit, lane.get().shelf(), source);
            if (over.isPresent()) {
                return failed(fit, Reason.said("intel.taxii.revoked", Stamp.text(over.get(), 3)));
            }
            revocations.arrives(fit, lane.get().shelf(), key.keeper());
            owners.first(fit.id(), lane.get().shelf(), key.keeper(), source);
            history.add(fit.spec(), version.orElse(position), position, additions.count(), piece);
            additions.add(lane.get(), fit.id(), version.orElse(position), digits, source, tlp, piece);
            additions.accounts.add(actor.person());
            return new Outcome.Taken(position, fit.id(), version.orElse(position), digits, remarks);
        }

        /** A revocation goes where what it takes back went. */
        private boolean follows(Received.Fit fit, UUID source, Tlp label) {
            return lanes.known(Lane.Key.of(label, source, false, fit))
                    .map(lane -> histories.get(new Key(lane.shelf(), fit.id())))
                    .filter(history -> history.stands(fit.spec()) && fit.gist().revoked())
                    .isPresent();
        }

        /** An id is no proof: a newer version of what another brought would take its place for whoever asks for the last. */
        private boolean others(String id, int shelf, Actor actor) {
            return owners.others(
                    id,
                    shelf,
                    actor.organisation(),
                    () -> naming.computeIfAbsent(actor.person(), account -> store.namedBy(collection.id(), account)));
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
            veils.cover(collection.id(), first, additions);
            if (!moves.isEmpty()) {
                store.move(collection.id(), additions.accounts, moves);
            }
            var mixed =
                    histories.entrySet().stream().filter(each -> each.getValue().mixed());
            var ids = mixed.map(each -> each.getKey().id()).distinct().toList();
            head = ids.isEmpty()
                    ? first + additions.count() - 1
                    : store.settle(collection.id(), additions.accounts, ids);
            return moves;
        }

        /** One entry for each machine in the commit. */
        private void remember(List<LedgerStore.Line> lines) {
            var details = lines.stream()
                    .collect(Collectors.groupingBy(
                            LedgerStore.Line::actor, Collectors.collectingAndThen(Collectors.toList(), Turn::detail)));
            audit.recordTogether("intel.objects-brought", collection.id(), details);
        }

        private static Map<String, ?> detail(List<LedgerStore.Line> lines) {
            return Map.of(
                    "envelopes", lines.size(),
                    "taken", lines.stream().mapToInt(LedgerStore.Line::taken).sum(),
                    "failed", lines.stream().mapToInt(LedgerStore.Line::failed).sum(),
                    "status", lines.getFirst().id());
        }
    }
}
