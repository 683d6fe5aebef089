package noroshi.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * One message to one person, as it leaves.
 *
 * @param id of the message, the same however often it leaves
 * @param thread what it belongs to, for mail programs that sort by conversation
 * @param stop the one-click address; empty where it must be told
 */
record Letter(
        UUID id,
        String to,
        String subject,
        String body,
        String language,
        Tlp tlp,
        Instant at,
        Optional<String> thread,
        Optional<String> stop) {}
