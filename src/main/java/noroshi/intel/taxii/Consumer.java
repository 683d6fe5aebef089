package noroshi.intel.taxii;

import java.time.Instant;
import java.util.UUID;

/** A machine that fetches from a collection: when it asked last, and how much it has got. */
public record Consumer(
        UUID account,
        UUID collection,
        UUID organisation,
        Instant firstAt,
        Instant lastAt,
        long asked,
        long delivered) {}
