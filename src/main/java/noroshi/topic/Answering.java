package noroshi.topic;

import java.time.Instant;
import java.util.UUID;

/** The organisation whose window answers for a topic instead of its author, and since when. */
public record Answering(UUID organisation, Instant since) {}
