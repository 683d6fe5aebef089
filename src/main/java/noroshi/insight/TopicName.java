package noroshi.insight;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.Kind;

/** How lists of figures name a topic the reader may read. */
public record TopicName(
        UUID id,
        Kind kind,
        String title,
        Optional<Importance> importance,
        Tlp tlp,
        int version,
        Instant publishedAt,
        Instant revisedAt) {}
