package noroshi.desk.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** What the writer of a form had before them: a moment that the page carried along. */
final class Seen {
    private Seen() {}

    /** Of a page that did not say, they had read nothing. */
    static Instant moment(String seen) {
        try {
            return Instant.parse(seen);
        } catch (DateTimeParseException malformed) {
            return Instant.EPOCH;
        }
    }
}
