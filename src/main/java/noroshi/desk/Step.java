package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a matter, told to everybody who reads it.
 *
 * @param act message key below {@code desk.step}
 * @param detail one word for the sentence, such as the name of a status
 */
public record Step(Instant at, String act, Optional<UUID> organisation, String detail) {}
