package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One edition of the questionnaire.
 *
 * @param since when it came into force; empty for the draft
 * @param note what is new in it, in the desk's words
 * @param revision counts the changes of a draft, so that two who write at once meet
 * @param matters how many matters were written with it
 */
public record Edition(
        int number,
        Instant begunAt,
        Optional<Instant> since,
        Optional<UUID> sentBy,
        String note,
        int revision,
        int matters) {
    public boolean draft() {
        return since.isEmpty();
    }
}
