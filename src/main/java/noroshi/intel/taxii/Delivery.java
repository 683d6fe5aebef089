package noroshi.intel.taxii;

import java.time.Instant;
import java.util.Optional;

/** What a machine got within one hour: how often it asked, how many objects, and when those had been added. */
public record Delivery(Instant hour, long asked, long delivered, Optional<Instant> first, Optional<Instant> last) {}
