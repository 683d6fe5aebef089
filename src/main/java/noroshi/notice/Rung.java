package noroshi.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of the ladder that was taken.
 *
 * @param step reminder, second, call or empty
 * @param reached whether the telephone was answered, when it was rung
 */
public record Rung(String step, Instant at, Optional<Boolean> reached, String said, Optional<Instant> triedAt) {}
