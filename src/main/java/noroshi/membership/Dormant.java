package noroshi.membership;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who has not been here for long.
 *
 * @param lastSeen empty for whoever never came
 * @param since from when on they might have come
 * @param remindedAt when the administrators of their organisation were asked about them
 */
public record Dormant(
        PersonName person,
        OrganisationName organisation,
        Optional<Instant> lastSeen,
        Instant since,
        Optional<Instant> remindedAt) {}
