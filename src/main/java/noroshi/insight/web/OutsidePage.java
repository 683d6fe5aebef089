package noroshi.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who outside opened what one's own organisation shared. */
public record OutsidePage(Chosen chosen, List<Row> rows, int topics, int organisations, int number, boolean more) {
    /** The same list to take away. */
    public String file(String ending) {
        return chosen.at("/insight/outside." + ending);
    }

    /** One organisation and one topic. */
    public record Row(UUID topic, String title, String organisation, Instant firstAt, int people) {}
}
