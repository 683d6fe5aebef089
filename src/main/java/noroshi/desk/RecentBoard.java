package noroshi.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What everybody at the desk reads alike, for as long as nothing moves: it is asked for once, and not by each of those
 * who look on. Whatever is done with matters is seen at once; what is done elsewhere and the pulse does not tell, such as
 * a file that was scanned, a moment later.
 */
@Component
class RecentBoard {
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong acts = new AtomicLong();
    private final Map<String, Taken<?>> last = new ConcurrentHashMap<>();
    private final Map<String, Object> askers = new ConcurrentHashMap<>();
    private final Clock clock;

    RecentBoard(Clock clock) {
        this.clock = clock;
    }

    /**
     * An answer as it was taken.
     *
     * @param number another one each time it is taken
     */
    record Taken<T>(long number, Key key, Instant at, long nanos, T value) {}

    /** What has to stand still for an answer to hold: the pulse, whatever else it depends on, and what was done. */
    private record Key(String pulse, Object besides, long acts) {}

    /**
     * What was asked for last, or asks anew: one of those who come at the same moment, and the others wait for it.
     *
     * @param ask asks anew; called by readers of whom it is known that all of them get the same answer
     */
    @SuppressWarnings("unchecked")
    <T> Taken<T> of(String what, String pulse, Object besides, Supplier<T> ask) {
        var key = new Key(pulse, besides, acts.get());
        var before = last.get(what);
        if (before != null && holds(before, key)) {
            return (Taken<T>) before;
        }
        synchronized (askers.computeIfAbsent(what, _ -> new Object())) {
            var meanwhile = last.get(what);
            if (meanwhile != null && holds(meanwhile, key)) {
                return (Taken<T>) meanwhile;
            }
            var at = clock.instant();
            var nanos = System.nanoTime();
            var taken = new Taken<>(numbers.incrementAndGet(), key, at, nanos, ask.get());
            last.put(what, taken);
            return taken;
        }
    }

    private boolean holds(Taken<?> taken, Key key) {
        return taken.key().equals(key) && recent(taken);
    }

    private boolean recent(Taken<?> taken) {
        var now = clock.instant();
        return System.nanoTime() - taken.nanos() < KEPT.toNanos()
                && !now.isBefore(taken.at())
                && now.isBefore(taken.at().plus(KEPT));
    }

    /** Something is done at the desk in this transaction: nothing that was read before it holds after it. */
    void acted() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    acts.incrementAndGet();
                }
            });
        }
    }

    /** What is read alone and kept for nobody. */
    <T> Taken<T> alone(T value) {
        return new Taken<>(numbers.incrementAndGet(), new Key("", "", 0), clock.instant(), System.nanoTime(), value);
    }
}
