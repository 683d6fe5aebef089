package noroshi.desk;

import java.time.LocalDate;
import java.util.Optional;

/** From when to when reports are due twice a day, and to whom. */
public record Rhythm(LocalDate firstDay, Optional<LocalDate> lastDay, String recipient) {}
