package noroshi.membership;

import java.time.Instant;
import java.util.UUID;

/** Somebody stands in for a colleague of the same organisation, up to but without the second moment. */
public record Substitution(
        UUID id, UUID organisation, PersonName person, PersonName substitute, Instant since, Instant until) {
    public boolean runs(Instant now) {
        return !now.isBefore(since) && now.isBefore(until);
    }
}
