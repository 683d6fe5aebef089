package noroshi.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;

/**
 * Everything there is to tell about one item, read with the eyes of its reader. It leaves this module only through
 * {@link Leaving}.
 *
 * @param item where the reader finds it
 * @param topic the topic it is about; empty for what is no topic
 * @param title of the topic, in its newest version
 * @param reason why the topic was withdrawn; empty for everything else
 * @param safeSubject what its author wrote to be shown where the title may not be; may be empty
 */
record Story(
        UUID item,
        Optional<UUID> topic,
        What what,
        String step,
        Why why,
        Weight weight,
        Tlp tlp,
        Optional<Importance> importance,
        Optional<Instant> due,
        String title,
        String reason,
        String safeSubject,
        Instant at) {}
