package noroshi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * From when to when the reports of a series are due, and to whom.
 *
 * @param begunAt when it was begun; what was due earlier on that day is not missed
 */
public record Rhythm(
        String series, LocalDate firstDay, Optional<Instant> begunAt, Optional<LocalDate> lastDay, String recipient) {}
