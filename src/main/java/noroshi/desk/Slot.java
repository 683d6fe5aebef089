package noroshi.desk;

import java.time.Instant;
import java.time.LocalDate;

/** A report that is due: which, and when. */
public record Slot(Series series, LocalDate day, Half half, Instant dueAt) {}
