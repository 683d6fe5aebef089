package noroshi.intel.blocklist;

import java.util.List;

/**
 * A list as one of its recipients has it.
 *
 * @param sent what it was sent, also what was taken back since
 * @param products what it said of its own products
 */
public record Received(Blocklist list, Standing standing, List<Sent> sent, List<Product> products) {}
