package noroshi.insight;

import java.time.Instant;
import java.util.UUID;

/** What a colleague opened, and the administrator may read. */
public record Opened(UUID topic, String title, Instant firstAt) {}
