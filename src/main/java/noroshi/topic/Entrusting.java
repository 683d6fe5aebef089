package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What was entrusted to a window.
 *
 * @param from the organisation in whose name it was shared
 * @param to the organisation whose window it is
 * @param returnable whether the reader may take it back
 */
public record Entrusting(
        UUID topic, String title, Tlp tlp, UUID from, UUID to, UUID by, Instant at, boolean returnable) {}
