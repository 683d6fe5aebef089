package noroshi.desk;

import java.util.UUID;
import noroshi.membership.OrganisationName;

/**
 * Somebody whom a report proposes to tell.
 *
 * @param reason why: a constant of {@link Trigger}
 * @param damage whether they read the damage facts
 * @param technical whether they read the attack-technical facts
 */
public record Proposed(OrganisationName organisation, Trigger reason, boolean damage, boolean technical) {
    public UUID id() {
        return organisation.id();
    }
}
