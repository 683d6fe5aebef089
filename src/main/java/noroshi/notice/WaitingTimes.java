package noroshi.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long something took, notice by notice.
 *
 * @param counts how many within {@link #LIMITS}, each beyond the one before; the last is longer than all
 * @param never how many did not happen at all
 * @param median of those that happened
 */
public record WaitingTimes(List<Integer> counts, int never, Optional<Duration> median) {
    /** The upper ends of the buckets. */
    public static final List<Duration> LIMITS = List.of(
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    public WaitingTimes {
        counts = List.copyOf(counts);
    }

    static WaitingTimes of(Stream<Optional<Duration>> waits) {
        var all = waits.toList();
        var happened = all.stream().flatMap(Optional::stream).sorted().toList();
        var counts = new int[LIMITS.size() + 1];
        happened.forEach(wait -> counts[bucket(wait)]++);
        return new WaitingTimes(IntStream.of(counts).boxed().toList(), all.size() - happened.size(), median(happened));
    }

    private static int bucket(Duration wait) {
        var seconds = wait.toSeconds();
        return (int)
                LIMITS.stream().filter(limit -> limit.toSeconds() < seconds).count();
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        var middle = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2));
    }

    public int notices() {
        return counts.stream().mapToInt(Integer::intValue).sum() + never;
    }
}
