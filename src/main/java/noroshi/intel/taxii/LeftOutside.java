package noroshi.intel.taxii;

import java.time.Instant;

/**
 * An object of a collection that could not be taken into the library.
 *
 * @param reason what broke, for whoever looks after the platform
 */
public record LeftOutside(String stixId, String reason, Instant at) {}
