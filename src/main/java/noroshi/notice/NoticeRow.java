package noroshi.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * One line of a list of notices.
 *
 * @param place the first of the places, and how many more there are
 * @param unread the reader has not opened it
 * @param firstViewAt when somebody of the organisation opened it first
 */
public record NoticeRow(
        UUID topic,
        UUID organisation,
        String title,
        Tlp tlp,
        Finding finding,
        int severity,
        String place,
        int morePlaces,
        Instant sentAt,
        Instant due,
        Standing standing,
        boolean unread,
        Optional<Instant> firstViewAt,
        Optional<Instant> firstAnswerAt) {

    /** Until when the next answer is expected; nothing when none is. */
    public Optional<Instant> expected() {
        return switch (standing) {
            case Standing.Open() -> Optional.of(due);
            case Standing.Working(var until) -> Optional.of(until);
            case Standing.Settled settled -> Optional.empty();
        };
    }

    public boolean settled() {
        return standing instanceof Standing.Settled;
    }

    public boolean late(Instant now) {
        return expected().filter(now::isAfter).isPresent();
    }

    /** The same for an answer that came too late. */
    public boolean answeredLate() {
        return firstAnswerAt.filter(due::isBefore).isPresent();
    }
}
