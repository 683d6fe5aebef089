package noroshi.community;

import java.time.LocalDate;
import java.util.UUID;

/** A day on which the members of a community do something together. */
public record Occasion(UUID id, OccasionKind kind, Wording name, LocalDate date) {}
