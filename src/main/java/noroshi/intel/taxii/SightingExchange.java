package noroshi.intel.taxii;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.intel.OwnStix;
import noroshi.intel.ReceivedEnvelope;
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
 * Sighting objects that arrive are counted for whoever tells them; from five organisations on their number goes out, as a
 * sighting by this platform, into the collections that hold the indicator and that the maker may write into.
 */
@Component
class SightingExchange {
    private static final Logger LOG = LoggerFactory.getLogger(SightingExchange.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 1_000;

    private final SightingExchangeStore store;
    private final Exchange exchange;
    private final Writers writers;
    private final Members members;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String site;

    SightingExchange(
            SightingExchangeStore store,
            Exchange exchange,
            Writers writers,
            Members members,
            PlatformTransactionManager transactions,
            SiteSettings settings,
            Clock clock) {
        this.store = store;
        this.exchange = exchange;
        this.writers = writers;
        this.members = members;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.site = settings.site().name();
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT40S")
    public synchronized void run() {
        while (count() >= AT_ONCE) {
            LOG.debug("many sightings have arrived");
        }
        var due = tellable();
        while (!due.isEmpty()) {
            due.forEach(this::tell);
            due = due.size() < AT_ONCE ? List.of() : tellable();
        }
    }

    private long count() {
        return Optional.ofNullable(transaction.execute(status -> store.count(OwnStix.identityOf(site), AT_ONCE)))
                .orElse(0L);
    }

    private List<SightingExchangeStore.Due> tellable() {
        return transaction.execute(status -> store.due(AT_ONCE));
    }

    /** What cannot be told here is noted too, so that it is not tried again before the number changes. */
    private void tell(SightingExchangeStore.Due due) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var created = due.created().orElse(now);
        members.seats(due.maker()).stream()
                .map(seat -> seat.actor("job"))
                .filter(Collections::mayAdminister)
                .findFirst()
                .ifPresent(actor -> Acting.as(actor, () -> bring(due, created, now, actor)));
        transaction.executeWithoutResult(status -> store.told(due, created, now));
    }

    private void bring(SightingExchangeStore.Due due, Instant created, Instant now, Actor actor) {
        try {
            var view = exchange.collection(due.collection(), actor);
            if (view.mayWrite()) {
                var envelope = Map.of("objects", List.of(OwnStix.identity(site), sighting(due, created, now)));
                writers.passOn(
                        view.collection(),
                        ReceivedEnvelope.read(JSON.writeValueAsBytes(envelope)),
                        Optional.empty(),
                        actor);
            }
        } catch (NotFound hidden) {
            LOG.debug("collection {} is nothing of its maker's any more", due.collection());
        }
    }

    /** A summary: how many organisations, from which day to which; nobody's name and no hour. */
    private Map<String, Object> sighting(SightingExchangeStore.Due due, Instant created, Instant now) {
        var id = "sighting--" + OwnStix.name(site + " sightings of " + due.stixId());
        var sighting = OwnStix.common("sighting", id, created, now);
        sighting.put("created_by_ref", OwnStix.identityOf(site));
        sighting.put("object_marking_refs", List.of(OwnStix.markingOf(due.tlp())));
        sighting.put("description", "Seen by " + due.number() + " organisations. The count is of organisations.");
        sighting.put("sighting_of_ref", due.stixId());
        sighting.put("first_seen", OwnStix.text(due.firstAt()));
        sighting.put("last_seen", OwnStix.text(due.lastAt()));
        sighting.put("count", due.number());
        sighting.put("summary", true);
        return sighting;
    }
}
