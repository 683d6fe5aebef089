package noroshi.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the Centre told one organisation.
 *
 * @param severity 1 is the worst, 4 the least
 * @param observer who saw it, as far as the organisation is told
 * @param due until when to answer
 * @param round counts anew whenever the time to answer starts anew
 */
public record Notice(
        UUID topic,
        UUID organisation,
        Finding finding,
        int severity,
        String what,
        String advice,
        String observer,
        Instant seenAt,
        List<Place> places,
        UUID sentBy,
        Instant sentAt,
        Instant due,
        Standing standing,
        int round,
        Optional<Instant> firstAnswerAt) {
    public Notice {
        places = List.copyOf(places);
    }

    public boolean settled() {
        return standing instanceof Standing.Settled;
    }

    /** Until when the next answer is expected; nothing when none is. */
    public Optional<Instant> expected() {
        return switch (standing) {
            case Standing.Open() -> Optional.of(due);
            case Standing.Working(var until) -> Optional.of(until);
            case Standing.Settled settled -> Optional.empty();
        };
    }

    public boolean late(Instant now) {
        return expected().filter(now::isAfter).isPresent();
    }
}
