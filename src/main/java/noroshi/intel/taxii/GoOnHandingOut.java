package noroshi.intel.taxii;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes on with bundles that are being handed out, a step of each in turn, so that a large one does not keep the others waiting;
 * after a stop, where they stood.
 */
@Component
class GoOnHandingOut {
    private static final Logger LOG = LoggerFactory.getLogger(GoOnHandingOut.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private final HandingStore store;
    private final HandingOut handing;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** A fault that stays is not met every second. */
    private final Map<HandingStore.Going, Instant> again = new HashMap<>();

    GoOnHandingOut(HandingStore store, HandingOut handing, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.handing = handing;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything that is under way, to its end. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT15S")
    public synchronized void run() {
        for (var going = due(); !going.isEmpty(); going = due()) {
            going.forEach(this::step);
        }
    }

    private List<HandingStore.Going> due() {
        var going = Objects.requireNonNull(transaction.execute(status -> store.going()));
        again.keySet().retainAll(going);
        return going.stream()
                .filter(each -> !again.getOrDefault(each, Instant.MIN).isAfter(clock.instant()))
                .toList();
    }

    private void step(HandingStore.Going going) {
        try {
            handing.step(going);
        } catch (RuntimeException fault) {
            LOG.error("bundle {} is not handed out, and tried again", going.bundle(), fault);
            again.put(going, clock.instant().plus(REST));
        }
    }
}
