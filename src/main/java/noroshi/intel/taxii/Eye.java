package noroshi.intel.taxii;

import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Role;

/**
 * Whose eyes look at objects: an organisation sees its own name, the Centre those that their sources leave to it.
 *
 * @param upTo the strictest choice of others that does not matter to it
 */
record Eye(UUID organisation, int upTo) {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int CENTRE_ONLY = 1;

    /** Stricter than all choices: its source's has to be followed again. */
    private static final int COVERED_ANEW = 3;

    /** Everybody who is neither. */
    static final Eye STRANGER = new Eye(NOBODY, 0);

    /** The platform at work: it keeps what was received, and asks again before anything leaves. */
    static final Eye PLATFORM = new Eye(NOBODY, COVERED_ANEW);

    static Eye of(Actor actor) {
        return new Eye(actor.organisation(), actor.is(Role.EDITOR) || actor.is(Role.ADMINISTRATOR) ? CENTRE_ONLY : 0);
    }

    /** Whether it reads who brought something, under what its source chose. */
    boolean sees(UUID source, int veil) {
        return veil <= upTo || source.equals(organisation);
    }
}
