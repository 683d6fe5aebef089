package noroshi.intel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * A large file on its way into the library.
 *
 * @param asks whether its person wants to see what is in it before it is taken
 * @param objects how many objects stand in it, once they are counted
 * @param checked how many of them have been looked at
 * @param done the position of the last object that was taken or refused
 * @param tlp the strictest label in it, or the one its source permitted; once it is checked
 * @param reason why it was refused as a whole
 * @param bundle what it became
 */
public record Import(
        UUID id,
        UUID person,
        UUID organisation,
        String name,
        long size,
        String sha256,
        Instant at,
        State state,
        boolean asks,
        Optional<Permission> permission,
        int objects,
        int checked,
        int done,
        int refused,
        Optional<Tlp> tlp,
        Optional<Reason> reason,
        Optional<UUID> bundle) {

    /** How far it is. */
    public enum State {
        /** Its objects are counted and looked at; nothing of it is in the library. */
        CHECKING,
        /** It can be taken; its person decides. */
        WAITING,
        /** Its objects enter the library, some at a time. */
        TAKING,
        /** All of it was taken, or refused with a reason. */
        DONE,
        /** It is no bundle, or was thrown away; nothing of it is in the library. */
        REFUSED;

        public boolean ended() {
            return this == DONE || this == REFUSED;
        }
    }
}
