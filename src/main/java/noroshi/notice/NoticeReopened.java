package noroshi.notice;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The Centre asks again. */
public record NoticeReopened(UUID topic, UUID organisation, Instant at) implements DomainEvent {}
