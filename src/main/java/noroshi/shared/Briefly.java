package noroshi.shared;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what was asked about rights until something is stored that may change them, and half a second at most: rights
 * also begin and end by the clock. Of many who ask the same at once, one asks and the others wait for the answer.
 */
public final class Briefly<K, V> {
    private static final long MILLIS = 500;
    private static final int MOST = 20_000;
    private static final int LOCKS = 64;

    private final Changes changes;
    private final Clock clock;
    private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    public Briefly(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    private record Answer<V>(V value, long at, long moment) {}

    /** The answer; that there is none is not remembered. */
    public Optional<V> ask(K key, Supplier<Optional<V>> question) {
        var remembered = remembered(key);
        if (remembered.isPresent()) {
            return remembered;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // whoever holds a connection must not wait for somebody who waits for one
            return answer(key, question);
        }
        var lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        lock.lock();
        try {
            return remembered(key).or(() -> answer(key, question));
        } finally {
            lock.unlock();
        }
    }

    /** The answer while it holds, without asking. */
    public Optional<V> remembered(K key) {
        var answer = answers.get(key);
        var age = answer == null ? MILLIS : clock.millis() - answer.at();
        return answer != null && answer.moment() == changes.moment() && age >= 0 && age < MILLIS
                ? Optional.of(answer.value())
                : Optional.empty();
    }

    private Optional<V> answer(K key, Supplier<Optional<V>> question) {
        var at = clock.millis();
        var moment = changes.moment();
        var value = question.get();
        if (answers.size() >= MOST) {
            answers.clear();
        }
        value.ifPresentOrElse(good -> answers.put(key, new Answer<>(good, at, moment)), () -> answers.remove(key));
        return value;
    }
}
