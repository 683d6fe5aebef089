package noroshi.bulletin;

import java.util.UUID;
import noroshi.topic.KeptFile;
import noroshi.topic.Level;

/**
 * A file that waits with a manuscript.
 *
 * @param version the version it is published with
 * @param level for whom it is
 */
public record Enclosure(UUID id, UUID manuscript, int version, KeptFile file, Level level) {}
