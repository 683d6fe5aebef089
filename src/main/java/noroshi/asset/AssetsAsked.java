package noroshi.asset;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** An organisation asked to register assets. */
public record AssetsAsked(UUID organisation, int assets, Instant at) implements DomainEvent {}
