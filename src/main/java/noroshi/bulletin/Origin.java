package noroshi.bulletin;

import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * The imported bundle a manuscript started from, and how far its source lets it go.
 *
 * @param tlp the widest label allowed
 * @param only the one organisation that may read it, where its source permitted nothing
 */
public record Origin(UUID bundle, Tlp tlp, Optional<UUID> only) {}
