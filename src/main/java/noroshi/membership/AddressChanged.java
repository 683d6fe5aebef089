package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** From now on somebody's mail goes elsewhere; they and those who administer them hear of it. */
public record AddressChanged(UUID person, Instant at) implements DomainEvent {}
