package noroshi.intel.taxii;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets as many machines read from the database at a time as there are processors, in the order they came: more at once
 * would be no faster together, and some of them would wait ten times as long as others.
 */
@Component
class Turns {
    private final Semaphore free =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    <T> T take(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
