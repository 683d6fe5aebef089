package noroshi.membership;

import java.time.Instant;
import java.util.Optional;

/**
 * An organisation of which nobody has been here for long.
 *
 * @param lastSeen when the last of its people was here; empty when nobody ever came
 * @param since from when on they might have come
 * @param askedAt when its administrators were asked
 */
public record DormantOrganisation(
        OrganisationName organisation, Optional<Instant> lastSeen, Instant since, Optional<Instant> askedAt) {}
