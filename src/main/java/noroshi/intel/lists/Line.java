package noroshi.intel.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.life.Saying;
import noroshi.shared.Tlp;

/**
 * One value on its way out.
 *
 * @param score what is left of the surest source's confidence
 * @param tlp the strictest label among what is said of it
 * @param sayings what may leave of what is said
 * @param gone what was said of it until lately
 * @param revoked whether it was withdrawn lately and nobody says it any more
 */
public record Line(
        UUID value,
        IndicatorType type,
        String text,
        int score,
        Tlp tlp,
        Instant firstAt,
        Instant lastAt,
        List<Saying> sayings,
        List<Saying> gone,
        boolean revoked) {
    public Line {
        sayings = List.copyOf(sayings);
        gone = List.copyOf(gone);
    }
}
