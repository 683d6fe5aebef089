package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * A list as such.
 *
 * @param takenBack when the Centre took it back as a whole, and why
 */
public record Blocklist(
        UUID id, String title, String note, Tlp tlp, UUID madeBy, Instant madeAt, Optional<TakenBack> takenBack) {

    /** That something is to be blocked no longer. */
    public record TakenBack(Instant at, How how, String why) {}

    /** Who took it back. */
    public enum How {
        /** Somebody at the Centre. */
        PERSON,
        /** Nobody says it any longer under a label as wide. */
        SOURCE,
        /** A member has registered it as theirs. */
        OWN,
        /** A warning list names it now. */
        WARNING
    }
}
