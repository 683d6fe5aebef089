package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The desk asked an agency for help. */
public record SupportAsked(UUID topic, UUID support, UUID organisation, Instant at) implements DomainEvent {}
