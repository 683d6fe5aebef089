package noroshi.intel.drop;

import java.time.Instant;
import java.util.UUID;

/**
 * Something somebody dropped, until they take what is in it or throw it away.
 *
 * @param name of the file; empty when it was pasted
 */
public record Dropped(UUID id, UUID person, UUID organisation, String name, String sha256, int size, Instant at) {}
