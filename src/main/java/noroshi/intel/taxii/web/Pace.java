package noroshi.intel.taxii.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many requests a machine may make in a second, so that one that runs wild leaves room for the others. */
@Component
class Pace {
    private static final int MOST_ACCOUNTS = 50_000;
    private static final int COUNT_BITS = 24;

    private final Clock clock;
    private final int perSecond;
    private final Map<UUID, AtomicLong> seconds = new ConcurrentHashMap<>();

    Pace(Clock clock, @Value("${noroshi.taxii.requests:20000}") int perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
    }

    /** Counts a request; false when there have been too many in this second. */
    boolean allows(UUID account) {
        if (seconds.size() > MOST_ACCOUNTS) {
            seconds.clear();
        }
        var now = clock.millis() / 1000 << COUNT_BITS;
        var count = seconds.computeIfAbsent(account, id -> new AtomicLong())
                .updateAndGet(before -> before >> COUNT_BITS == now >> COUNT_BITS ? before + 1 : now + 1);
        return count - now <= perSecond;
    }
}
