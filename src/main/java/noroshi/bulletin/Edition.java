package noroshi.bulletin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One published version of a bulletin, as its two levels were written.
 *
 * @param by who released it
 * @param organisation for which organisation
 * @param contributors who wrote it
 */
public record Edition(
        UUID topic,
        int version,
        Content content,
        Source source,
        Confidence confidence,
        Release release,
        UUID by,
        UUID organisation,
        Instant at,
        Set<UUID> contributors) {

    /** What readers read. */
    public record Content(Copy.Pro pro, Copy.General general, List<Indicator> indicators) {
        public Content {
            indicators = List.copyOf(indicators);
        }
    }
}
