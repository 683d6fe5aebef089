package noroshi.membership;

import java.time.Instant;
import java.util.Optional;

/** An organisation in the administrator's list. */
public record OrganisationRow(
        OrganisationName name, Organisation.Status status, String categories, int people, Optional<Instant> lastSeen) {}
