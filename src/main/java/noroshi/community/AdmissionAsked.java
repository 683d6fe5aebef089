package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Somebody asked to be let into a community. */
public record AdmissionAsked(UUID community, UUID person, Instant at) implements DomainEvent {}
