package noroshi.intel.lists;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * One version of a list as a machine has loaded it.
 *
 * @param number of values
 * @param added against what it held before
 * @param asked how often it asked until the next version
 */
public record Load(
        UUID id,
        UUID account,
        String list,
        int number,
        int added,
        int removed,
        Tlp tlp,
        Instant firstAt,
        Instant lastAt,
        int asked) {}
