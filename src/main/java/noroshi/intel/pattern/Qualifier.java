package noroshi.intel.pattern;

import java.math.BigDecimal;
import java.time.Instant;

/** When, or how often, an observation must be made. */
public sealed interface Qualifier {

    /** All of it within so many seconds. */
    record Within(BigDecimal seconds) implements Qualifier {}

    /** So many times. */
    record Repeats(long times) implements Qualifier {}

    /** Between two moments; the second is not included. */
    record StartStop(Instant start, Instant stop) implements Qualifier {}
}
