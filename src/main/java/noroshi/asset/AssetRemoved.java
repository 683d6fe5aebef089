package noroshi.asset;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** An asset was removed; nothing uses it from now on. */
public record AssetRemoved(UUID organisation, UUID asset, Instant at) implements DomainEvent {}
