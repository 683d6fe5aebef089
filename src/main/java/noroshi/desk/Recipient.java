package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An organisation whose window has a matter. */
public record Recipient(
        UUID organisation,
        UUID office,
        Trigger reason,
        boolean damage,
        boolean technical,
        Instant addedAt,
        Optional<Instant> endedAt) {}
