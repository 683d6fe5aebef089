package noroshi.testing;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long the calling thread worked at something: what a test bounds is the work, and not how long a machine that does
 * other things meanwhile lets it wait.
 */
public final class Effort {
    private final long before = worked();

    private Effort() {}

    /** From now on. */
    public static Effort begun() {
        return new Effort();
    }

    /** What the thread has worked since; by the same thread. */
    public Duration soFar() {
        return Duration.ofNanos(worked() - before);
    }

    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
