package noroshi.form;

import java.time.Instant;
import java.util.Optional;

/**
 * One edition of a form: which fields it has, and what fills them.
 *
 * @param since matters that come in from this moment on are rendered with it; empty for the draft
 * @param note what is new in it, in the desk's words
 * @param revision counts the changes of a draft, so that two who write at once meet
 */
public record FormEdition(int number, Instant begunAt, Optional<Instant> since, String note, int revision) {
    public boolean draft() {
        return since.isEmpty();
    }
}
