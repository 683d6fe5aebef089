package noroshi.desk;

import java.time.LocalDate;
import java.util.Optional;

/** From when to when the reports of a series are due, and to whom. */
public record Rhythm(String series, LocalDate firstDay, Optional<LocalDate> lastDay, String recipient) {}
