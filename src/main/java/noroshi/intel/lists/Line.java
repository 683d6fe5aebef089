package noroshi.intel.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param changedAt when something was said of it last, or taken back, or ran out: never earlier than it was before
 * @param until when it leaves if nothing more is said of it; empty where nothing ends it
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
        boolean revoked,
        Instant changedAt,
        Optional<Instant> until) {
    public Line {
        sayings = List.copyOf(sayings);
        gone = List.copyOf(gone);
    }

    /** What somebody put on a list: there until it is taken back. */
    public Line(
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
        this(value, type, text, score, tlp, firstAt, lastAt, sayings, gone, revoked, lastAt, Optional.empty());
    }

    /** The kinds of activity that sources speak of (STIX 2.1, 10.6), in order; none where nobody says. */
    List<String> indicatorTypes() {
        return sayings.stream()
                .flatMap(saying -> saying.indicatorTypes().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
