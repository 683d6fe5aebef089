package noroshi.bulletin;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Level;

/**
 * One line of the list of bulletins, in the words of one level.
 *
 * @param lead the first words of what it says
 * @param unread the reader has not opened the current version
 */
public record BulletinRow(
        UUID topic,
        InformationKind information,
        Importance importance,
        Tlp tlp,
        int version,
        Level level,
        String title,
        String lead,
        Source source,
        Instant publishedAt,
        Instant revisedAt,
        boolean unread) {}
