package noroshi.intel.taxii;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.OwnStix;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.Spelling;
import noroshi.intel.lists.Lists;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings what bulletins cite into the collections that take it, as indicators by this platform, and revokes them when nobody
 * cites the value any more or something keeps it from going. What is to be brought is written down first: brought twice, it
 * is the same object.
 */
@Component
class CitationExchange {
    private static final Logger LOG = LoggerFactory.getLogger(CitationExchange.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 500;

    /** Each value may be due in every collection. */
    private static final int VALUES_AT_ONCE = 200;

    /** From a minute on, each time twice as long: a day and a half. */
    private static final int MOST_TRIES = 12;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Through all values, up to one of them; a process that begins anew begins the walk anew. */
    private record Walk(List<Long> numbers, UUID upTo) {}

    private final CitedStore store;
    private final CitedIndicator indicators;
    private final WarningLists warnings;
    private final Exchange exchange;
    private final Writers writers;
    private final Members members;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String site;
    private Optional<Walk> walk = Optional.empty();

    CitationExchange(
            CitedStore store,
            CitedIndicator indicators,
            WarningLists warnings,
            Exchange exchange,
            Writers writers,
            Members members,
            PlatformTransactionManager transactions,
            SiteSettings settings,
            Clock clock) {
        this.store = store;
        this.indicators = indicators;
        this.warnings = warnings;
        this.exchange = exchange;
        this.writers = writers;
        this.members = members;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.site = settings.site().name();
    }

    /** Warning lists, members' own and what holds without a word may have changed. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    public void lookAgain() {
        transaction.executeWithoutResult(status -> store.allAnew());
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    public synchronized void run() {
        do {
            bring();
        } while (decide());
    }

    /** Some of what may have changed; whether there is more. What is known to have changed does not wait for a walk. */
    private boolean decide() {
        var anew = Objects.requireNonNull(transaction.execute(status -> store.anew(AT_ONCE)));
        var changed = anew.stream().filter(each -> each.value().isPresent()).toList();
        if (!changed.isEmpty()) {
            decide(changed.stream()
                    .flatMap(each -> each.value().stream())
                    .distinct()
                    .toList());
            done(changed.stream().map(CitedStore.Anew::number).toList());
            return true;
        }
        if (walk.isEmpty() && !anew.isEmpty()) {
            walk = Optional.of(
                    new Walk(anew.stream().map(CitedStore.Anew::number).toList(), BEFORE_ALL));
        }
        walk.ifPresent(this::walkOn);
        return walk.isPresent();
    }

    private void walkOn(Walk from) {
        var values = Objects.requireNonNull(transaction.execute(status -> store.values(from.upTo(), VALUES_AT_ONCE)));
        if (values.isEmpty()) {
            done(from.numbers());
            walk = Optional.empty();
        } else {
            decide(values);
            walk = Optional.of(new Walk(from.numbers(), values.getLast()));
        }
    }

    private void done(List<Long> numbers) {
        transaction.executeWithoutResult(status -> store.done(numbers));
    }

    /** In each collection, in whose maker's name; where nobody is left nothing is decided, and the next walk asks again. */
    private void decide(List<UUID> values) {
        Objects.requireNonNull(transaction.execute(status -> store.due(values))).stream()
                .collect(Collectors.groupingBy(CitedStore.Due::maker))
                .forEach((maker, due) -> actor(maker).ifPresent(actor -> Acting.as(actor, () -> decide(due, actor))));
    }

    /** What cannot be decided holds up nothing else; the next walk asks again. */
    private void decide(List<CitedStore.Due> due, Actor actor) {
        try {
            together(due, actor);
        } catch (RuntimeException fault) {
            if (due.size() > 1) {
                due.forEach(one -> decide(List.of(one), actor));
            } else {
                LOG.error("what bulletins cite is not decided: {}", due, fault);
            }
        }
    }

    private void together(List<CitedStore.Due> due, Actor actor) {
        var blocked = warnings.blocking(
                due.stream().map(CitedStore.Due::form).distinct().toList(), actor);
        transaction.executeWithoutResult(status -> due.forEach(one -> decide(one, blocked)));
    }

    private Optional<Actor> actor(UUID maker) {
        return members.seats(maker).stream()
                .map(seat -> seat.actor("job"))
                .filter(Collections::mayAdminister)
                .findFirst();
    }

    /** As lists decide it: what runs out while it stands there has said when it would. */
    private void decide(CitedStore.Due due, Map<Spelling.Form, List<Hit>> blocked) {
        var now = clock.instant();
        var keeps = due.label().isEmpty() || blocked.containsKey(due.form()) || !Lists.narrow(due.form());
        var round = due.told().round();
        var over = !indicators.until(due).isAfter(now);
        if (keeps && due.stands()) {
            store.decided(due, without(due), round + 1, indicators.revoke(due.told(), now));
        } else if (keeps || over && !due.stands()) {
            store.decided(due, without(due), round, Optional.empty());
        } else if (over || due.same() && due.stands()) {
            store.decided(due, CitedStore.State.TOLD, round, Optional.empty());
        } else {
            var word = indicators.write(due, site, now);
            store.decided(due, word.isPresent() ? CitedStore.State.TOLD : CitedStore.State.KEPT, round, word);
        }
    }

    private static CitedStore.State without(CitedStore.Due due) {
        return due.label().isPresent() ? CitedStore.State.KEPT : CitedStore.State.REVOKED;
    }

    private void bring() {
        for (var waiting : Objects.requireNonNull(transaction.execute(status -> store.waiting()))) {
            actor(waiting.maker()).ifPresent(actor -> Acting.as(actor, () -> bring(waiting.collection(), actor)));
        }
    }

    private void bring(UUID collection, Actor actor) {
        try {
            var view = exchange.collection(collection, actor);
            var ready = view.mayWrite() ? ready(collection) : List.<CitedStore.Ready>of();
            while (!ready.isEmpty()) {
                bring(view.collection(), ready, actor);
                ready = ready(collection);
            }
        } catch (NotFound hidden) {
            LOG.debug("collection {} is nothing of its maker's any more", collection);
        }
    }

    private List<CitedStore.Ready> ready(UUID collection) {
        return Objects.requireNonNull(transaction.execute(status -> store.ready(collection, AT_ONCE)));
    }

    private void bring(Collection collection, List<CitedStore.Ready> ready, Actor actor) {
        var platform = JSON.writeValueAsString(OwnStix.openIdentity(site));
        var objects = Stream.concat(Stream.of(platform), ready.stream().map(CitedStore.Ready::text))
                .toList();
        var envelope = ReceivedEnvelope.read(ReceivedEnvelope.around(objects));
        var refused = refused(collection, envelope, actor);
        if (refused.isEmpty() && ready.size() > 1) {
            // one of them is at fault: each for itself
            ready.forEach(each -> bring(collection, List.of(each), actor));
            return;
        }
        var out = ready.stream().filter(each -> isRefused(each, refused)).toList();
        var in = ready.stream().filter(each -> !out.contains(each)).toList();
        transaction.executeWithoutResult(status -> {
            store.brought(collection.id(), in);
            store.refused(collection.id(), out, MOST_TRIES);
        });
    }

    private static boolean isRefused(CitedStore.Ready ready, Optional<Set<String>> refused) {
        return refused.map(ids -> !ids.isEmpty() && ids.contains(CitedIndicator.id(ready.text())))
                .orElse(true);
    }

    /** Which ids the collection does not take; none at all, when it takes nothing: that must not hold up other collections. */
    private Optional<Set<String>> refused(Collection collection, ReceivedEnvelope envelope, Actor actor) {
        try {
            var failures = writers.passOn(collection, envelope, Optional.empty(), actor)
                    .failures();
            failures.forEach(failure -> LOG.error(
                    "{} stays out of collection {}: {}",
                    failure.id(),
                    collection.id(),
                    failure.reason().key()));
            return Optional.of(failures.stream().map(Receipt.Failure::id).collect(Collectors.toSet()));
        } catch (RuntimeException fault) {
            LOG.error("nothing of what is cited comes into collection {}", collection.id(), fault);
            return Optional.empty();
        }
    }
}
