package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One organisation that was told of a matter, as the figures count it.
 *
 * @param category what kind of organisation it was then, by code; empty if nobody has said
 * @param firstAt when somebody of it opened the matter first
 */
public record Reached(
        String reference,
        String number,
        String title,
        UUID organisation,
        String category,
        Instant addedAt,
        Optional<Instant> firstAt) {
    public Optional<Duration> untilFirstView() {
        return firstAt.map(it -> Duration.between(addedAt, it));
    }

    public String path() {
        return "/desk/" + reference;
    }
}
