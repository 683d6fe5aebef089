package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What could be entrusted to a window.
 *
 * @param waiting a question without an accepted answer
 */
public record Entrustable(
        UUID topic, Kind kind, String title, Tlp tlp, UUID author, boolean waiting, Instant revisedAt) {}
