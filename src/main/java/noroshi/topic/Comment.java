package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One contribution to the flat thread of a topic.
 *
 * @param body Markdown; empty when removed
 * @param quotes the comment it answers
 * @param removal why it was taken away, where somebody else did
 * @param mine the reader wrote it, openly or hidden
 */
public record Comment(
        UUID id,
        UUID topic,
        Author author,
        String body,
        Optional<UUID> quotes,
        Instant at,
        Optional<Instant> editedAt,
        boolean removed,
        Optional<Removal> removal,
        boolean mine) {

    /** Somebody else took it away: as whom, and why. */
    public record Removal(Moderator as, String reason) {}

    /** Who may take away what others wrote. */
    public enum Moderator {
        LEAD,
        DUTY_DESK
    }
}
