package noroshi.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who outside opened what one's own organisation shared. */
public record OutsidePage(Chosen chosen, List<Row> rows, int topics, int organisations) {
    /** One organisation and one topic. */
    public record Row(UUID topic, String title, String organisation, Instant firstAt, int people) {}
}
