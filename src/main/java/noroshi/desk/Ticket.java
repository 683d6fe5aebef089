package noroshi.desk;

import java.time.Instant;
import java.util.List;

/** The desk's own paper on one matter; nobody else finds it. */
public record Ticket(
        int year, int number, Instant openedAt, String outcome, String lessons, Standing standing, List<Note> notes) {

    /** As the desk calls it: 2026-041. */
    public String name() {
        return "%d-%03d".formatted(year, number);
    }

    /** All time spent, in minutes. */
    public int minutes() {
        return notes.stream()
                .flatMap(note -> note.minutes().stream())
                .mapToInt(it -> it)
                .sum();
    }
}
