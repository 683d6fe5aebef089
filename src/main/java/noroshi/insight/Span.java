package noroshi.insight;

import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A period as moments: from the first, up to but without the second. */
record Span(OffsetDateTime from, OffsetDateTime until) {
    static Span of(Period period, ZoneId zone) {
        return new Span(
                period.from().atStartOfDay(zone).toOffsetDateTime(),
                period.to().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    }
}
