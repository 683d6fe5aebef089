package noroshi.asset;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/**
 * Assets of an organisation leave the register soon unless renewed, or just did.
 *
 * @param ended whether nothing uses them any more
 */
public record AssetsEnding(UUID organisation, int assets, boolean ended, Instant at) implements DomainEvent {}
