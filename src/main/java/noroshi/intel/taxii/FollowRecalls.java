package noroshi.intel.taxii;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.OwnStix;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.ValuesTakenBack;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import noroshi.topic.TopicWithdrawn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets collections and their readers follow what was taken back. The source's own last word is passed on where the library
 * has it; what this platform wrote itself is revoked in a new version; anything else is handed out no longer. Then
 * organisations whose machines got a value are told. Each step may be done again without harm.
 */
@Component
class FollowRecalls {
    private static final Logger LOG = LoggerFactory.getLogger(FollowRecalls.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 500;

    private static final int AT_ONCE_PASSED_ON = 50;

    /** An object may be large, and an envelope is held in memory: bytes after which one ends. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** A collection, and in whose name something is brought into it. */
    private record Target(UUID collection, UUID maker) {}

    /** What takes something back, and whose word it is. */
    private record Word(Optional<UUID> source, String text) {}

    private final RecallStore store;
    private final Exchange exchange;
    private final Writers writers;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String own;

    FollowRecalls(
            RecallStore store,
            Exchange exchange,
            Writers writers,
            Members members,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            SiteSettings settings,
            Clock clock) {
        this.store = store;
        this.exchange = exchange;
        this.writers = writers;
        this.members = members;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.own = OwnStix.identityOf(settings.site().name());
    }

    /** In the transaction of the withdrawal. */
    @EventListener
    void hear(TopicWithdrawn event) {
        store.topicWithdrawn(event.topic());
    }

    /** Everything that waits, a few hundred at a time. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT35S")
    public synchronized void run() {
        for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            follow(waiting);
        }
    }

    private List<RecallStore.Waiting> waiting() {
        return transaction.execute(status -> store.waiting(AT_ONCE));
    }

    private void follow(List<RecallStore.Waiting> waiting) {
        var places = waiting.stream().flatMap(each -> each.place().stream()).toList();
        places.stream()
                .distinct()
                .filter(place -> !place.how().isEmpty() && !place.how().equals("superseded"))
                .collect(Collectors.groupingBy(
                        place -> new Target(place.collection(), place.maker()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach(this::passOn);
        places.stream()
                .collect(Collectors.groupingBy(
                        RecallStore.Place::collection,
                        Collectors.mapping(RecallStore.Place::stixId, Collectors.toSet())))
                .forEach((collection, ids) -> writers.follow(collection, List.copyOf(ids)));
        var numbers =
                waiting.stream().map(RecallStore.Waiting::number).distinct().toList();
        transaction.executeWithoutResult(status -> tell(numbers));
    }

    private void tell(List<Long> numbers) {
        var run = UUID.randomUUID();
        var now = clock.instant();
        if (store.tell(numbers, run, now) > 0) {
            events.publishEvent(new ValuesTakenBack(run, now));
        }
    }

    /** Brings the words that take something back into a collection, where there are such and its maker may bring them. */
    private void passOn(Target target, List<RecallStore.Place> places) {
        members.seats(target.maker()).stream()
                .map(seat -> seat.actor("job"))
                .filter(Collections::mayAdminister)
                .findFirst()
                .ifPresent(actor -> Acting.as(actor, () -> passOn(target.collection(), places, actor)));
    }

    private void passOn(UUID collection, List<RecallStore.Place> places, Actor actor) {
        try {
            var view = exchange.collection(collection, actor);
            var rest = view.mayWrite() ? places : List.<RecallStore.Place>of();
            while (!rest.isEmpty()) {
                var words = new ArrayList<Word>();
                var first = rest;
                var done = Objects.requireNonNull(transaction.execute(status -> gather(first, words)));
                words.stream()
                        .collect(Collectors.groupingBy(Word::source))
                        .forEach((source, its) -> passOn(view.collection(), source, its, actor));
                rest = rest.subList(done, rest.size());
            }
        } catch (NotFound hidden) {
            LOG.debug("collection {} is nothing of its maker's any more", collection);
        }
    }

    /** What fits into one envelope of the words for these places; answers for how many. */
    private int gather(List<RecallStore.Place> places, List<Word> words) {
        var bytes = 0L;
        var done = 0;
        while (done < Math.min(places.size(), AT_ONCE_PASSED_ON) && bytes < MOST_BYTES) {
            var place = places.get(done++);
            var kept = store.kept(place.object());
            bytes += kept.map(each -> each.raw().length).orElse(0);
            kept.flatMap(each -> word(each, place.how())).ifPresent(words::add);
        }
        return done;
    }

    /** What cannot be brought must not hold up the rest for ever: it is handed out no longer instead. */
    private void passOn(Collection collection, Optional<UUID> source, List<Word> words, Actor actor) {
        var envelope = ReceivedEnvelope.around(words.stream().map(Word::text).toList());
        try {
            writers.passOn(collection, ReceivedEnvelope.takenBefore(envelope), source, actor);
        } catch (RuntimeException fault) {
            LOG.error("{} words are not passed on into collection {}", words.size(), collection.id(), fault);
        }
    }

    private Optional<Word> word(RecallStore.Kept kept, String how) {
        if (how.equals("revoked")) {
            return Optional.of(new Word(kept.bringer(), new String(kept.raw(), StandardCharsets.UTF_8)));
        }
        return JSON.readTree(kept.raw()) instanceof ObjectNode object
                        && object.path("created_by_ref").asString("").equals(own)
                ? Optional.of(new Word(
                        kept.bringer(),
                        JSON.writeValueAsString(object.put("modified", OwnStix.text(clock.instant()))
                                .put("revoked", true))))
                : Optional.empty();
    }
}
