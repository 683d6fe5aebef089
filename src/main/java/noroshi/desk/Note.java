package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something the desk wrote down for itself.
 *
 * @param minutes time spent
 * @param dueAt until when a task is to be done
 */
public record Note(
        UUID id,
        Instant at,
        UUID by,
        NoteKind kind,
        String body,
        Optional<Integer> minutes,
        Optional<Instant> dueAt,
        Optional<Instant> doneAt) {}
