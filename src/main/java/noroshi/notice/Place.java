package noroshi.notice;

import java.util.Optional;
import java.util.UUID;

/**
 * Where something was seen.
 *
 * @param asset the registered asset through which its owner was found
 */
public record Place(String shown, Optional<UUID> asset) {}
