package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of the board for as long as nothing moves: everybody at the desk reads the same ones, so they are asked for
 * once, and not by each of those who look on. What the pulse does not tell, such as a remark, is seen a moment later.
 */
@Component
class RecentBoard {
    private static final long KEPT = Duration.ofSeconds(2).toNanos();

    private final AtomicLong numbers = new AtomicLong();
    private volatile @Nullable Taken last;

    /**
     * Rows as they were taken.
     *
     * @param number another one each time they are taken
     */
    record Taken(long number, String pulse, Instant endedSince, long at, List<TicketStore.Row> rows) {}

    /** @param ask reads them anew; called by readers of whom it is known that they work at the desk */
    Taken of(String pulse, Instant endedSince, Supplier<List<TicketStore.Row>> ask) {
        var taken = last;
        if (taken == null
                || !taken.pulse().equals(pulse)
                || !taken.endedSince().equals(endedSince)
                || System.nanoTime() - taken.at() > KEPT) {
            var at = System.nanoTime();
            taken = new Taken(numbers.incrementAndGet(), pulse, endedSince, at, List.copyOf(ask.get()));
            last = taken;
        }
        return taken;
    }

    /** For what is read alone and kept for nobody. */
    long next() {
        return numbers.incrementAndGet();
    }
}
