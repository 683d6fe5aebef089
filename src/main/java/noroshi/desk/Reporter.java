package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose matter it is.
 *
 * @param person who told it; empty when the Centre wrote it down for them
 * @param contact whom to call back, as they said it
 * @param recordedBy who at the Centre wrote it down
 */
public record Reporter(
        UUID organisation,
        Optional<UUID> person,
        String contact,
        Optional<UUID> recordedBy,
        Optional<Instant> confirmedAt) {}
