package noroshi.intel.taxii;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Received;
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
 * Lets collections follow what became a member's own after it had arrived, or is that no longer: such an indicator stays near
 * its bringer, and goes to all again afterwards. Arrivals are asked the same rule. Each step may be done again without harm.
 */
@Component
class FollowGuarded {
    private static final Logger LOG = LoggerFactory.getLogger(FollowGuarded.class);
    private static final int AT_ONCE = 100;

    /** An indicator may be large and have many versions, and all of these are held in memory. */
    private static final int INDICATORS_AT_ONCE = 20;

    /** Which these are is asked seldom: each time all that may be concerned are looked at. */
    private static final int PLACES_AT_ONCE = 2_000;

    private record Asked(GuardedStore.Entry entry, List<Spelling.Form> values) {
        GuardedStore.Decision decided(Set<Spelling.Form> withheld) {
            return new GuardedStore.Decision(
                    entry.shelf(),
                    entry.stixId(),
                    entry.version(),
                    values.stream().anyMatch(withheld::contains));
        }
    }

    private final GuardedStore store;
    private final Writers writers;
    private final WarningLists warnings;
    private final TransactionTemplate transaction;

    FollowGuarded(GuardedStore store, Writers writers, WarningLists warnings, PlatformTransactionManager transactions) {
        this.store = store;
        this.writers = writers;
        this.warnings = warnings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything that is due. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT45S")
    public synchronized void run() {
        for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            waiting.forEach(this::follow);
        }
    }

    private List<Long> waiting() {
        return Objects.requireNonNull(transaction.execute(status -> store.waiting(AT_ONCE)));
    }

    /** What cannot follow must not hold up the rest for ever. */
    private void follow(long number) {
        try {
            var after = "";
            for (var places = places(number, after); !places.isEmpty(); places = places(number, after)) {
                after = places.getLast().stixId();
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
            }
            transaction.executeWithoutResult(status -> store.followed(number));
        } catch (RuntimeException fault) {
            LOG.error("collections do not follow what may be handed on, number {}", number, fault);
            transaction.executeWithoutResult(status -> store.later(number));
        }
    }

    private List<GuardedStore.Place> places(long number, String after) {
        return Objects.requireNonNull(transaction.execute(status -> store.places(number, after, PLACES_AT_ONCE)));
    }

    private void follow(GuardedStore.Collecting where, List<String> ids) {
        var entries = Objects.requireNonNull(transaction.execute(status -> store.entries(where.collection(), ids)));
        var asked = entries.stream()
                .map(entry -> new Asked(entry, values(entry.raw())))
                .toList();
        var values = asked.stream().flatMap(each -> each.values().stream()).collect(Collectors.toSet());
        var withheld = withheld(values, where.maker());
        var decisions = asked.stream().map(each -> each.decided(withheld)).toList();
        writers.inTurn(
                where.collection(),
                () -> Objects.requireNonNull(
                        transaction.execute(status -> store.restrain(where.collection(), decisions, values))));
    }

    /** Everybody may read the lists; whoever made the collection does, also after having left. */
    private Set<Spelling.Form> withheld(Set<Spelling.Form> values, UUID maker) {
        var found = new HashSet<Spelling.Form>();
        var actor = new Actor(maker, maker, Set.of(), "job");
        Acting.as(actor, () -> {
            found.addAll(warnings.withheld(List.copyOf(values), actor));
        });
        return found;
    }

    /** Of an object that takes itself back, none: it may go wherever what it takes back went. */
    private static List<Spelling.Form> values(byte[] raw) {
        var envelope =
                ReceivedEnvelope.takenBefore(ReceivedEnvelope.around(List.of(new String(raw, StandardCharsets.UTF_8))));
        return Restraint.values(envelope).entrySet().stream()
                .filter(each -> each.getKey() instanceof Received.Fit fit && !envelope.revokes(fit))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .toList();
    }
}
