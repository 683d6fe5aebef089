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
    private static final int MOST_FAULTS = 60;

    private record Fault(int times, Instant again) {}

    private final HandingStore store;
    private final HandingOut handing;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** A fault that stays is not met every second. */
    private final Map<HandingStore.Going, Fault> faults = new HashMap<>();

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
        faults.keySet().retainAll(going);
        return going.stream()
                .filter(each ->
                        !faults.containsKey(each) || !faults.get(each).again().isAfter(clock.instant()))
                .toList();
    }

    private void step(HandingStore.Going going) {
        try {
            handing.step(going);
            faults.remove(going);
        } catch (RuntimeException | Error fault) {
            LOG.error("bundle {} is not handed out", going.bundle(), fault);
            failed(going);
        }
    }

    /** Tried again for an hour; a person decides what then. */
    private void failed(HandingStore.Going going) {
        var times = faults.containsKey(going) ? faults.get(going).times() + 1 : 1;
        if (times < MOST_FAULTS) {
            faults.put(going, new Fault(times, clock.instant().plus(REST)));
        } else {
            handing.giveUp(going);
        }
    }
}
