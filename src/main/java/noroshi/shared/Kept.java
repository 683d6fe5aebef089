package noroshi.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what was worked out for a reader until anything is stored that may concern them, and for ten seconds at most,
 * since some of it ends by itself with time.
 *
 * <p>An answer belongs to its actor: nobody else's question is ever answered with it.
 */
public final class Kept<T> {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Changes changes;
    private final Clock clock;
    private final Map<Asked, Answer<T>> answers;

    /** Keeps so many answers, those that were asked for last. */
    public Kept(Changes changes, Clock clock, int most) {
        this.changes = changes;
        this.clock = clock;
        answers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Asked, Answer<T>> eldest) {
                return size() > most;
            }
        });
    }

    /** The answer for the actor; the key tells apart what they may ask. It must not change afterwards. */
    public T ask(Actor actor, Object key, Supplier<T> question) {
        return later(actor, key, () -> question).get();
    }

    /** The answer when it is needed; what is not kept is asked together with what else waits. */
    public Supplier<T> later(Actor actor, Object key, Supplier<Supplier<T>> question) {
        var asked = new Asked(actor, key);
        var moment = changes.now(actor);
        var now = clock.instant();
        var kept = answers.get(asked);
        if (kept != null && kept.holds(moment, now)) {
            return kept::value;
        }
        var answer = question.get();
        return () -> {
            var value = answer.get();
            keep(asked, new Answer<>(value, moment, now));
            return value;
        };
    }

    /** A page that fails stores nothing, and what it read of its own must not be believed. */
    private void keep(Asked asked, Answer<T> answer) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            answers.put(asked, answer);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                answers.put(asked, answer);
            }
        });
    }

    private record Asked(Actor actor, Object key) {}

    private record Answer<T>(T value, Changes.Moment moment, Instant at) {
        boolean holds(Changes.Moment moment, Instant now) {
            return this.moment.equals(moment) && !now.isBefore(at) && now.isBefore(at.plus(LONGEST));
        }
    }
}
