package noroshi.bulletin;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.Spelling;

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

        /** What a manuscript will say as an edition; each indicator remembers the version that named it first. */
        public static Content of(Manuscript manuscript, Optional<Edition> before) {
            var copy = manuscript.copy();
            Map<Spelling.Form, Integer> known = before.map(Edition::content).map(Content::indicators).stream()
                    .flatMap(List::stream)
                    .collect(toMap(Indicator::form, Indicator::since));
            var indicators = IndicatorSheet.read(copy.indicators()).rows().stream()
                    .map(each -> each.firstNamedIn(known.getOrDefault(each.form(), manuscript.version())))
                    .toList();
            return new Content(copy.pro(), copy.general(), indicators);
        }
    }
}
