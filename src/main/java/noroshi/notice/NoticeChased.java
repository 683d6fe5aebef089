package noroshi.notice;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** An answer is missing, and was chased once more: reminder, second, call, or empty for a window that nobody keeps. */
public record NoticeChased(UUID topic, UUID organisation, String step, Instant at) implements DomainEvent {}
