package noroshi.asset;

import java.util.List;
import java.util.UUID;

/**
 * What waits for the Centre's agreement.
 *
 * @param renewal whether it is registered already and asked to stay
 * @param mine whether the reader asked for it, so that somebody else has to decide
 * @param others organisations that have something overlapping in the register; the Centre alone is told
 */
public record Claim(Asset asset, boolean renewal, boolean mine, List<UUID> others) {
    public Claim {
        others = List.copyOf(others);
    }
}
