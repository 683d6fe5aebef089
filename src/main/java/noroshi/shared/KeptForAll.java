package noroshi.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what opening a topic does not change, such as names, until anything is stored, and for ten seconds at most, for
 * the pages that are made meanwhile. The key says whom an answer is for, where they are not all answered the same. Work
 * that stores asks anew: it may read what it is about to change.
 */
public final class KeptForAll<K, V> {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Changes changes;
    private final Clock clock;
    private final int most;
    private volatile Since<K, V> since;

    /** Begins anew when it keeps so many answers. */
    public KeptForAll(Changes changes, Clock clock, int most) {
        this.changes = changes;
        this.clock = clock;
        this.most = most;
        since = new Since<>(-1, Instant.MIN, Map.of());
    }

    /** The answers that hold. What is asked for from now on may be put there; it is let go when this is. */
    public Map<K, V> now() {
        if (!OncePerPage.holds()) {
            return new ConcurrentHashMap<>();
        }
        var moment = changes.moment();
        var now = clock.instant();
        var kept = since;
        if (!kept.holds(moment, now) || kept.answers().size() >= most) {
            kept = new Since<>(moment, now, new ConcurrentHashMap<>());
            since = kept;
        }
        return kept.answers();
    }

    private record Since<K, V>(long moment, Instant at, Map<K, V> answers) {
        boolean holds(long moment, Instant now) {
            return this.moment == moment && !now.isBefore(at) && now.isBefore(at.plus(LONGEST));
        }
    }
}
