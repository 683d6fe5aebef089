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

    /** How many topics, or organisations, stand in it: each number opens its list. */
    public String counted(String show) {
        return chosen.at("/insight/outside/counted") + "&show=" + show;
    }

    /** One organisation, which opened it, and one topic. */
    public record Row(UUID topic, String title, UUID opener, String organisation, Instant firstAt, int people) {}
}
