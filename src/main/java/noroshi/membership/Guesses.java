package noroshi.membership;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many wrong tokens came from each network in the second that runs. */
final class Guesses {
    static final int MOST = 20;

    private static final int MOST_NETWORKS = 20_000;
    private static final long SECOND = 1_000;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private record Count(long second, AtomicInteger guesses) {}

    /** Counts one more, before anybody knows whether it is wrong; false when there are too many. */
    boolean take(String network, long millis) {
        if (counts.size() >= MOST_NETWORKS) {
            counts.clear();
        }
        var second = millis / SECOND;
        var count = counts.compute(
                network,
                (key, before) ->
                        before == null || before.second() != second ? new Count(second, new AtomicInteger()) : before);
        return count.guesses().getAndUpdate(guesses -> Math.min(MOST, guesses + 1)) < MOST;
    }

    /** What was taken at that time was not wrong. */
    void giveBack(String network, long millis) {
        var count = counts.get(network);
        if (count != null && count.second() == millis / SECOND) {
            count.guesses().getAndUpdate(guesses -> Math.max(0, guesses - 1));
        }
    }
}
