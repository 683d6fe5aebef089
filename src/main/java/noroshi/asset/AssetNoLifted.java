package noroshi.asset;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** A no of the Centre was lifted before its time; its organisation may prove control and need not wait any more. */
public record AssetNoLifted(UUID organisation, UUID asset, UUID by, Instant at) implements DomainEvent {}
