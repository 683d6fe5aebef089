package noroshi.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One message to somebody of an organisation, as its administrator sees it.
 *
 * @param digest whether it gathered a day
 * @param trial whether its reader sent it themselves, to see whether it arrives
 * @param about what the mail could say of it; empty for a digest, and for what the administrator is not told
 * @param topic where that stands
 */
public record Mailed(
        UUID person,
        Instant madeAt,
        Instant nextAt,
        Optional<Instant> doneAt,
        Dispatch.State state,
        Weight weight,
        boolean digest,
        boolean trial,
        String reply,
        Optional<Shown.Outlined> about,
        String title,
        Optional<UUID> topic) {
    /** The words for what happened, where that is told. */
    public Optional<String> key() {
        return about.map(it -> LetterWriter.key(it.what(), it.step()));
    }

    /** What became of mail, as those ask who wait for it. */
    public enum Outcome {
        HANDED_OVER,
        WAITING,
        REFUSED
    }

    /** Why mail leaves at once, or gathered. */
    public enum Sort {
        MUST,
        DIRECT,
        USUAL,
        DIGEST,
        TRIAL
    }

    /** Which messages are looked for. */
    public record Filter(Optional<Outcome> outcome, Optional<Sort> sort, Optional<UUID> person) {}

    /** Somebody whom mail does not reach, since when, and what the server said. */
    public record Unreached(UUID person, Instant at, String reply) {}
}
