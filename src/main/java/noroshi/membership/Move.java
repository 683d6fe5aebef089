package noroshi.membership;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody leaves one organisation for another.
 *
 * @param successor who takes over the window and the seats in communities
 * @param accepted by the side they go to; empty while it is asked
 */
public record Move(
        UUID id,
        PersonName person,
        OrganisationName from,
        OrganisationName to,
        LocalDate day,
        Optional<PersonName> successor,
        Optional<Boolean> accepted) {}
