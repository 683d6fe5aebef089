package noroshi.provider;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What a round did not bring because of its label.
 *
 * @param id what a page calls the row
 * @param source the organisation that brought it to us
 */
public record Withheld(UUID id, String stixId, UUID source, String name, Tlp tlp, Instant at) {}
