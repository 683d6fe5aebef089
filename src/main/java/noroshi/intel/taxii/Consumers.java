package noroshi.intel.taxii;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counts what machines ask for and get; written down every few seconds, and when the platform stops. */
@Component
class Consumers implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration MEMORY = Duration.ofDays(60);

    private final ConsumerStore store;
    private final Clock clock;
    private final Thread clerk;
    private Map<Key, Count> counts = new HashMap<>();

    Consumers(ConsumerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.clerk = Thread.ofVirtual().name("taxii-consumers").start(this::keepWriting);
    }

    record Key(UUID account, UUID organisation, UUID collection) {}

    /** Since the last time. */
    record Count(Key key, long asked, long delivered, long first, long last) {
        Count and(Count more) {
            return new Count(
                    key,
                    asked + more.asked,
                    delivered + more.delivered,
                    Math.min(first, more.first),
                    Math.max(last, more.last));
        }
    }

    void asked(Actor actor, Collection collection, Envelope answer) {
        var key = new Key(actor.person(), actor.organisation(), collection.id());
        var count = answer.count() == 0
                ? new Count(key, 1, 0, Long.MAX_VALUE, Long.MIN_VALUE)
                : new Count(key, 1, answer.count(), answer.from(), answer.to());
        add(count);
    }

    private synchronized void add(Count count) {
        counts.merge(count.key(), count, Count::and);
    }

    private synchronized List<Count> take() {
        var taken = List.copyOf(counts.values());
        counts = new HashMap<>();
        return taken;
    }

    /** Writes down what was counted. */
    void write() {
        var some = new ArrayList<>(take());
        if (!some.isEmpty()) {
            some.sort(
                    java.util.Comparator.comparing((Count count) -> count.key().account())
                            .thenComparing(count -> count.key().collection()));
            store.count(some, clock.instant());
        }
    }

    private void keepWriting() {
        var forgotten = clock.instant();
        try {
            while (true) {
                Thread.sleep(PAUSE);
                tryTo(this::write);
                if (clock.instant().isAfter(forgotten.plus(Duration.ofHours(6)))) {
                    forgotten = clock.instant();
                    tryTo(() -> store.forget(clock.instant().minus(MEMORY)));
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tryTo(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException fault) {
            LOG.warn("what machines got could not be written down", fault);
        }
    }

    @Override
    public void destroy() {
        clerk.interrupt();
        tryTo(this::write);
    }
}
