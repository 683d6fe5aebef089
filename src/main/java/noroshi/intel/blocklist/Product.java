package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a recipient said last of one of its products. */
public record Product(
        UUID organisation,
        String name,
        Optional<Instant> registeredAt,
        Optional<Instant> withdrawnAt,
        Optional<Instant> declinedAt,
        Optional<Hits> hits) {

    /** How often something was blocked, and since when it was counted. */
    public record Hits(long number, Instant since, Instant at) {}
}
