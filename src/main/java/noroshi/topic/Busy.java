package noroshi.topic;

import java.time.LocalDate;
import java.util.UUID;

/** How many topics reached a reader through one addressee on one day. */
public record Busy(UUID principal, LocalDate day, int topics) {}
