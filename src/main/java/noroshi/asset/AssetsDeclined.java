package noroshi.asset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The Centre did not agree. */
public record AssetsDeclined(UUID organisation, List<UUID> assets, Instant at) implements DomainEvent {}
