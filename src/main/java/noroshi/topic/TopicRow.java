package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * One line of a list of topics.
 *
 * @param community a community through which the reader has it, if any
 * @param direct somebody else sent it to the reader in person or to a window they hold
 * @param unread the reader has neither opened the current version nor marked it as read
 * @param unconfirmed the reader has not confirmed the current version
 */
public record TopicRow(
        UUID id,
        Kind kind,
        InformationKind information,
        Author author,
        Tlp tlp,
        Optional<Importance> importance,
        int version,
        String title,
        String excerpt,
        boolean answered,
        Instant publishedAt,
        Instant revisedAt,
        int comments,
        int files,
        boolean unread,
        boolean unconfirmed,
        Optional<UUID> community,
        boolean direct) {}
