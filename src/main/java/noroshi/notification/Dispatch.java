package noroshi.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What became of one message: to whom, when, and what the server said; not what it said to its reader.
 *
 * @param digest whether it gathered a day
 * @param again how often it left again because nobody knows whether the server had taken it
 * @param letter whether what it said was kept here
 * @param note what another server wrote back of it last
 * @param trial whether it was sent to see whether it arrives
 */
public record Dispatch(
        UUID id,
        UUID person,
        boolean digest,
        State state,
        Weight weight,
        Instant madeAt,
        Instant nextAt,
        Optional<Instant> doneAt,
        int tries,
        int again,
        Optional<Tlp> tlp,
        String reply,
        boolean letter,
        Optional<Note> note,
        Optional<Trial> trial) {
    /** Somebody tries whether mail arrives, and has said that it did. */
    public record Trial(Optional<Instant> arrived) {}

    /** What came back by mail after a server had taken the message. */
    public record Note(Instant at, boolean delayed, String words) {}

    /** Where a message stands. */
    public enum State {
        WAITING,
        LEAVING,
        SENT,
        KEPT,
        DROPPED,
        REFUSED,
        GIVEN_UP
    }
}
