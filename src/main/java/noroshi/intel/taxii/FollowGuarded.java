package noroshi.intel.taxii;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.Spelling;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets collections follow what became a member's own, or was named by a warning list, after it had arrived, or is that no
 * longer: such an indicator stays near its bringer, and goes to all again afterwards. Arrivals are asked the same rule. Each
 * step may be done again without harm.
 */
@Component
class FollowGuarded {
    private static final Logger LOG = LoggerFactory.getLogger(FollowGuarded.class);
    private static final int AT_ONCE = 100;

    /** An indicator may be large and have many versions, and all of these are held in memory. */
    private static final int INDICATORS_AT_ONCE = 20;

    private static final int PLACES_AT_ONCE = 2_000;
    private static final int VALUES_AT_ONCE = 2_000;

    /** Then others have their turn, and the list goes on where it was. */
    private static final int TURNS = 25;

    private record Asked(GuardedStore.Entry entry, List<Spelling.Form> values) {
        GuardedStore.Decision decided(Predicate<List<Spelling.Form>> stays) {
            return new GuardedStore.Decision(entry.shelf(), entry.stixId(), entry.version(), stays.test(values));
        }
    }

    private final GuardedStore store;
    private final Writers writers;
    private final Restraint restraint;
    private final WarningLists warnings;
    private final TransactionTemplate transaction;

    FollowGuarded(
            GuardedStore store,
            Writers writers,
            Restraint restraint,
            WarningLists warnings,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.writers = writers;
        this.restraint = restraint;
        this.warnings = warnings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything that is due. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT45S")
    public synchronized void run() {
        for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            next(waiting).forEach(this::follow);
        }
    }

    /** A list may take long, so it waits for what is none, which stands before it; then others are asked for again. */
    private static List<GuardedStore.Change> next(List<GuardedStore.Change> waiting) {
        var others = waiting.stream().filter(change -> change.list().isEmpty()).toList();
        return others.isEmpty() ? List.of(waiting.getFirst()) : others;
    }

    private List<GuardedStore.Change> waiting() {
        return Objects.requireNonNull(transaction.execute(status -> store.waiting(AT_ONCE)));
    }

    /** What cannot follow must not hold up the rest for ever. */
    private void follow(GuardedStore.Change change) {
        var number = change.number();
        try {
            var done = change.list().map(list -> look(number, list)).orElseGet(() -> gather(number));
            transaction.executeWithoutResult(status -> {
                if (done) {
                    store.followed(number);
                } else {
                    store.goesOn(number);
                }
            });
        } catch (RuntimeException fault) {
            LOG.error("collections do not follow what may be handed on, number {}", number, fault);
            transaction.executeWithoutResult(status -> store.later(number));
        }
    }

    /** Indexes tell what an asset or a single value touches. */
    private boolean gather(long number) {
        transaction.executeWithoutResult(status -> store.gather(number));
        followFound(number);
        return true;
    }

    /** What a list names tells the list alone, so each value is looked at; whether all were. */
    private boolean look(long number, GuardedStore.Listed listed) {
        followFound(number);
        var named = naming(listed);
        for (var turn = 0; turn < TURNS; turn++) {
            var values = Objects.requireNonNull(transaction.execute(status -> store.values(number, VALUES_AT_ONCE)));
            if (values.isEmpty()) {
                return true;
            }
            var found = values.stream()
                    .filter(value -> named.test(value.form()))
                    .map(GuardedStore.Value::id)
                    .toList();
            transaction.executeWithoutResult(
                    status -> store.looked(number, values.getLast().id(), found));
            followFound(number);
        }
        return false;
    }

    /** Everybody may read the lists; whoever loaded one does, also after having left. */
    private Predicate<Spelling.Form> naming(GuardedStore.Listed listed) {
        return warnings.naming(listed.list(), job(listed.loader()));
    }

    private static Actor job(UUID person) {
        return new Actor(person, person, Set.of(), "job");
    }

    private void followFound(long number) {
        for (var places = places(number); !places.isEmpty(); places = places(number)) {
            var last = places.getLast().stixId();
            places.stream()
                    .filter(place -> place.where().isPresent())
                    .collect(Collectors.groupingBy(
                            place -> place.where().orElseThrow(),
                            LinkedHashMap::new,
                            Collectors.mapping(GuardedStore.Place::stixId, Collectors.toList())))
                    .forEach((where, ids) -> {
                        for (var from = 0; from < ids.size(); from += INDICATORS_AT_ONCE) {
                            follow(where, ids.subList(from, Math.min(ids.size(), from + INDICATORS_AT_ONCE)));
                        }
                    });
            transaction.executeWithoutResult(status -> store.left(number, last));
        }
    }

    private List<GuardedStore.Place> places(long number) {
        return Objects.requireNonNull(transaction.execute(status -> store.places(number, PLACES_AT_ONCE)));
    }

    private void follow(GuardedStore.Collecting where, List<String> ids) {
        var entries = Objects.requireNonNull(transaction.execute(status -> store.entries(where.collection(), ids)));
        var asked = entries.stream()
                .map(entry -> new Asked(entry, values(entry.raw())))
                .toList();
        var values = asked.stream().flatMap(each -> each.values().stream()).collect(Collectors.toSet());
        var decisions = decisions(asked, where.maker());
        writers.inTurn(
                where.collection(),
                () -> Objects.requireNonNull(
                        transaction.execute(status -> store.restrain(where.collection(), decisions, values))));
    }

    /** Everybody may read the lists; whoever made the collection does, also after having left. */
    private List<GuardedStore.Decision> decisions(List<Asked> asked, UUID maker) {
        var decisions = new ArrayList<GuardedStore.Decision>();
        var actor = job(maker);
        Acting.as(actor, () -> {
            var stays = restraint.rule(asked.stream().map(Asked::values).toList(), actor);
            asked.forEach(each -> decisions.add(each.decided(stays)));
        });
        return decisions;
    }

    /** Of an object that takes itself back, none: it may go wherever what it takes back went. */
    static List<Spelling.Form> values(byte[] raw) {
        var envelope =
                ReceivedEnvelope.takenBefore(ReceivedEnvelope.around(List.of(new String(raw, StandardCharsets.UTF_8))));
        return envelope.fit().stream()
                .filter(object ->
                        Restraint.isIndicator(object) && !object.gist().revoked())
                .flatMap(object -> object.gist().values().stream())
                .toList();
    }
}
