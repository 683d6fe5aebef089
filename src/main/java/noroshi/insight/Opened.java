package noroshi.insight;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a colleague opened.
 *
 * @param topic empty where the administrator may not read it
 */
public record Opened(Optional<UUID> topic, String title, Instant firstAt) {}
