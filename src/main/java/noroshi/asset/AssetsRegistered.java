package noroshi.asset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The Centre agreed that these are the organisation's. */
public record AssetsRegistered(UUID organisation, List<UUID> assets, Instant at) implements DomainEvent {}
