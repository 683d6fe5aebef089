package noroshi.asset;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a no of the Centre.
 *
 * @param until when it holds no longer by itself
 * @param holds whether it sends proofs of the same to the Centre now
 * @param agreed whether the Centre agreed to the same before it would have ended by itself
 * @param liftable whether the reader may lift it
 */
public record Refused(Instant until, Optional<Lifting> lifting, boolean holds, boolean agreed, boolean liftable) {}
