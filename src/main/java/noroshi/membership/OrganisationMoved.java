package noroshi.membership;

import java.util.UUID;
import noroshi.shared.DomainEvent;

/** An organisation has become active, suspended or withdrawn. */
public record OrganisationMoved(UUID organisation, Organisation.Status to, UUID by) implements DomainEvent {}
