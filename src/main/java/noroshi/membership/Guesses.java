package noroshi.membership;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many wrong tokens came from each network in the second that runs. */
final class Guesses {
    static final int MOST = 20;

    private static final int MOST_NETWORKS = 20_000;
    private static final long SECOND = 1_000;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private record Count(long second, int guesses) {}

    void count(String network, long millis) {
        if (counts.size() >= MOST_NETWORKS) {
            counts.clear();
        }
        var second = millis / SECOND;
        counts.compute(
                network,
                (key, before) -> before == null || before.second() != second
                        ? new Count(second, 1)
                        : new Count(second, before.guesses() + 1));
    }

    boolean tooMany(String network, long millis) {
        var count = counts.get(network);
        return count != null && count.second() == millis / SECOND && count.guesses() > MOST;
    }
}
