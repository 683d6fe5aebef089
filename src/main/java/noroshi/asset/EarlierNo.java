package noroshi.asset;

import java.time.Instant;
import java.util.UUID;

/**
 * The Centre said no to the same, or to something overlapping, of the same organisation; while that holds, the Centre decides
 * even where control was proven.
 *
 * @param asset that was declined or removed
 * @param reason in the Centre's words
 * @param until when it holds no longer by itself
 */
public record EarlierNo(UUID asset, String shown, String reason, Instant at, Instant until) {}
