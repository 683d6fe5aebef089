package noroshi.intel.taxii;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.OwnStix;
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
        new LinkedHashSet<>(places).forEach(this::passOn);
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

    /** Brings the word that takes it back into the collection, where there is such a word and its maker may bring it. */
    private void passOn(RecallStore.Place place) {
        if (place.how().isEmpty() || place.how().equals("superseded")) {
            return;
        }
        members.seats(place.maker()).stream()
                .map(seat -> seat.actor("job"))
                .filter(Collections::mayAdminister)
                .findFirst()
                .ifPresent(actor -> Acting.as(actor, () -> passOn(place, actor)));
    }

    private void passOn(RecallStore.Place place, Actor actor) {
        try {
            var view = exchange.collection(place.collection(), actor);
            var word = transaction.execute(status -> store.raw(place.object())).flatMap(raw -> word(raw, place.how()));
            if (view.mayWrite() && word.isPresent()) {
                exchange.bring(view, envelope(word.get()), actor);
            }
        } catch (NotFound hidden) {
            LOG.debug("collection {} is nothing of its maker's any more", place.collection());
        }
    }

    private Optional<byte[]> word(byte[] raw, String how) {
        if (how.equals("revoked")) {
            return Optional.of(raw);
        }
        return JSON.readTree(raw) instanceof ObjectNode object
                        && object.path("created_by_ref").asString("").equals(own)
                ? Optional.of(JSON.writeValueAsBytes(
                        object.put("modified", OwnStix.text(clock.instant())).put("revoked", true)))
                : Optional.empty();
    }

    private static byte[] envelope(byte[] object) {
        return ("{\"objects\":[" + new String(object, StandardCharsets.UTF_8) + "]}").getBytes(StandardCharsets.UTF_8);
    }
}
