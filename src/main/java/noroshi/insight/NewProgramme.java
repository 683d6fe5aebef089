package noroshi.insight;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An event about to be started.
 *
 * @param preset an earlier event whose markers, periods and participants it takes over, each as far from its first day
 */
public record NewProgramme(
        String labelJa, String labelEn, LocalDate from, LocalDate to, Optional<UUID> owner, Optional<UUID> preset) {}
