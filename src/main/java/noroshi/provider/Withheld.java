package noroshi.provider;

import java.time.Instant;
import noroshi.shared.Tlp;

/** What a round did not bring because of its label. */
public record Withheld(String stixId, String name, Tlp tlp, Instant at) {}
