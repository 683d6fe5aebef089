package noroshi.insight;

import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A period as moments: from the first, up to but without the second. */
record Span(OffsetDateTime from, OffsetDateTime until) {
    /** From the beginning, without an end. */
    static final Span EVER =
            new Span(OffsetDateTime.parse("2000-01-01T00:00Z"), OffsetDateTime.parse("9999-01-01T00:00Z"));

    static Span of(Period period, ZoneId zone) {
        return new Span(
                period.from().atStartOfDay(zone).toOffsetDateTime(),
                period.to().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    }
}
