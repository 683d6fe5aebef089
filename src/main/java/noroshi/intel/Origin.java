package noroshi.intel;

import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * Where an object comes from that machines brought.
 *
 * @param bringer the organisation that brought it
 * @param label the label that was decided when it arrived
 */
public record Origin(UUID bringer, Optional<Tlp> label) {}
