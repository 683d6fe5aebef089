package noroshi.intel.life.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import noroshi.intel.life.Saying;

/**
 * The life of a value as bars, one for each source.
 *
 * @param height of the drawing
 */
public record Timeline(Instant from, Instant to, List<Bar> bars, int height) {
    static final int WIDTH = 720;
    private static final int EDGE = 8;
    private static final int STEP = 18;
    private static final int MOST = 12;

    /**
     * How long one source has said so.
     *
     * @param kind {@code holds}, {@code over} or {@code withdrawn}
     */
    public record Bar(int x, int y, int width, String kind, int last) {}

    static Timeline of(List<Saying> sayings, Instant now) {
        var shown = sayings.stream()
                .sorted(Comparator.comparing(Saying::firstAt))
                .limit(MOST)
                .toList();
        var from = shown.stream()
                .map(Saying::firstAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        var bars = new ArrayList<Bar>();
        for (var saying : shown) {
            var start = x(saying.firstAt(), from, now);
            var width = Math.max(4, x(end(saying, now), from, now) - start);
            var last = Math.max(start, x(saying.lastAt(), from, now));
            bars.add(new Bar(start, 6 + bars.size() * STEP, width, kind(saying, now), last));
        }
        return new Timeline(from, now, bars, 12 + bars.size() * STEP);
    }

    private static String kind(Saying saying, Instant now) {
        return saying.withdrawal().isPresent() ? "withdrawn" : saying.holds(now) ? "holds" : "over";
    }

    private static Instant end(Saying saying, Instant now) {
        var end = saying.withdrawal()
                .map(Saying.Withdrawal::at)
                .or(saying::validUntil)
                .orElse(now);
        return end.isAfter(now) ? now : end;
    }

    private static int x(Instant at, Instant from, Instant to) {
        var whole = Math.max(1, Duration.between(from, to).toSeconds());
        var part = Math.clamp(Duration.between(from, at).toSeconds(), 0, whole);
        return EDGE + (int) (part * (WIDTH - 2L * EDGE) / whole);
    }
}
