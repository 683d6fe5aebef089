package noroshi.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The bulletins of a period on their way to one organisation. */
public record OrganisationPage(Chosen chosen, UUID id, String name, int opened, List<Line> lines) {
    public int share() {
        return lines.isEmpty() ? 0 : Math.round(opened * 100f / lines.size());
    }

    /** One bulletin. */
    public record Line(
            UUID topic,
            String title,
            Instant publishedAt,
            Optional<Instant> firstAt,
            String after,
            String reader,
            int people) {}
}
