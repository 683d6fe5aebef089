package noroshi.insight;

import java.time.Instant;
import java.util.UUID;

/**
 * Another organisation that opened what one's own shared.
 *
 * @param people how many of its people did
 */
public record OpenedOutside(UUID topic, UUID organisation, Instant firstAt, int people) {}
