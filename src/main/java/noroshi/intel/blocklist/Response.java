package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one organisation made of the block lists that it got, all together.
 *
 * @param lists how many it got
 * @param waiting how many still want an answer, and have time
 * @param late how many have none though its time is over
 * @param registered in how many of its products lists were registered
 * @param hits how often they blocked something, by what each product said last
 * @param withdrawn from how many products lists were taken out again
 * @param declined in how many products they were not registered, for a reason
 * @param latest what it got last
 */
public record Response(
        long lists,
        long waiting,
        long late,
        long registered,
        long hits,
        long withdrawn,
        long declined,
        List<Pushed> latest) {
    public Response {
        latest = List.copyOf(latest);
    }

    /** One list that went to it. */
    public record Pushed(UUID list, String title, Instant at, Optional<Standing.Owes> owes) {}
}
