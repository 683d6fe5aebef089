package noroshi.intel.warning;

import java.util.UUID;

/** A list ready to be asked. */
record ListInForce(UUID id, String name, Matcher matcher) {}
