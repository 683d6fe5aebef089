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
 * @param unanswered whether it is a question that waits for an answer
 * @param fresh whether the reader, who keeps the window, has not opened it since
 */
public record Entrusting(
        UUID topic,
        String title,
        Tlp tlp,
        UUID from,
        UUID to,
        UUID by,
        Instant at,
        boolean returnable,
        boolean unanswered,
        boolean fresh) {}
