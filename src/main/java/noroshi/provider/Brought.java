package noroshi.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.intel.Spelling;
import noroshi.shared.Tlp;

/**
 * What a provider holds of ours, as far as we know.
 *
 * @param source the organisation that brought it to us
 * @param raw the version that went
 */
record Brought(String stixId, UUID source, Tlp tlp, Instant version, List<Spelling.Form> values, byte[] raw) {}
