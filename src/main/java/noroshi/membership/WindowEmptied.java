package noroshi.membership;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Nobody keeps an organisation's window any more: what is addressed to it reaches nobody. */
public record WindowEmptied(UUID organisation, Instant at) implements DomainEvent {}
