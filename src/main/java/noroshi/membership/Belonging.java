package noroshi.membership;

import java.time.Instant;
import java.util.UUID;

/** A person's place in a circle, in force today. */
public record Belonging(UUID principal, Circle circle, UUID person, boolean lead, Instant since) {}
