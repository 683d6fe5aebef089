package noroshi.asset;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/**
 * An asset was removed; nothing uses it from now on.
 *
 * @param byCentre whether its organisation has to be told
 */
public record AssetRemoved(UUID organisation, UUID asset, boolean byCentre, Instant at) implements DomainEvent {}
