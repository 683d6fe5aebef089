package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The desk asks the event owner what a matter does to the event.
 *
 * @param words what is asked, in the desk's own words: all that the liaison learns of the matter
 * @param impact what they answered
 */
public record Inquiry(
        UUID id,
        UUID organisation,
        String words,
        Instant askedAt,
        Optional<Impact> impact,
        String extent,
        Optional<Instant> answeredAt) {}
