package noroshi.vendor;

import java.time.Instant;
import java.util.UUID;

/** A matter goes on with a vendor. */
public record HandedOver(Vendor vendor, String scope, Instant at, UUID by) {}
