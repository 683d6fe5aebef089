package noroshi.asset;

import java.util.Optional;
import java.util.UUID;

/**
 * Which assets to list.
 *
 * @param organisation empty for the actor's own, or at the Centre's watch office for everybody's
 * @param words part of the value
 */
public record AssetFilter(Optional<UUID> organisation, Show show, Optional<AssetKind> kind, String words) {
    /** Which part of their life. */
    public enum Show {
        /** Registered or waiting. */
        CURRENT,
        WAITING,
        /** Expired, or soon to. */
        EXPIRING,
        /** Removed or declined. */
        GONE
    }
}
