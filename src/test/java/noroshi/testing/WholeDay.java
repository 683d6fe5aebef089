package noroshi.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * What a test calls today is today until it is done: in the last moments of a day in Tokyo, where the platform of the
 * tests lives, none begins.
 */
public final class WholeDay implements TestInstancePreConstructCallback {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** As long as a house takes that is built for its first test, and the test. */
    private static final Duration LAST_MOMENTS = Duration.ofMinutes(3);

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context)
            throws InterruptedException {
        Thread.sleep(untilOneMayBegin(Instant.now()));
    }

    static Duration untilOneMayBegin(Instant now) {
        var tomorrow = now.atZone(TOKYO).toLocalDate().plusDays(1).atStartOfDay(TOKYO);
        var left = Duration.between(now, tomorrow);
        return left.compareTo(LAST_MOMENTS) < 0 ? left.plusSeconds(1) : Duration.ZERO;
    }
}
