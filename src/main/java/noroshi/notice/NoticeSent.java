package noroshi.notice;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The Centre told an organisation something. */
public record NoticeSent(UUID topic, UUID organisation, Instant at) implements DomainEvent {}
