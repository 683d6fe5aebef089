package noroshi.notice;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** An organisation answered a notice. */
public record NoticeAnswered(UUID topic, UUID organisation, boolean settled, Instant at) implements DomainEvent {}
