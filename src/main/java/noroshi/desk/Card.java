package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One matter on the board, as it stood at a moment.
 *
 * @param organisation whose it is
 * @param agencies who helps
 * @param police they keep a track beside it
 * @param late the clock that has run out, if one has
 */
public record Card(
        UUID matter,
        String reference,
        String number,
        MatterKind kind,
        String title,
        UUID organisation,
        Instant openedAt,
        Standing standing,
        List<UUID> agencies,
        int comments,
        boolean police,
        Optional<Late> late) {

    public Card {
        agencies = List.copyOf(agencies);
    }

    /** A clock of the desk. */
    public enum Clock {
        ACKNOWLEDGE,
        TRIAGE,
        REPLY,
        /** An agency that was asked for help has not answered. */
        HELP,
        /** The event owner was asked what it does to the event, and has not answered. */
        IMPACT;

        /** Whether it runs for somebody whom the desk has asked, not for the desk. */
        public boolean asked() {
            return this == HELP || this == IMPACT;
        }
    }

    /** A clock, and how long it is until its end; negative when it has run out. */
    public record Late(Clock clock, Duration left) {
        public boolean over() {
            return left.isNegative();
        }
    }

    public Lane lane() {
        return standing.status().lane();
    }
}
