package noroshi.intel.blocklist;

import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/** Whether a value may go to an organisation, and under which label. */
public record Reach(UUID organisation, UUID value, Tlp tlp, Basis basis, Optional<Refusal> refusal) {

    /** On whose word it goes. */
    public enum Basis {
        WORD,
        CENTRE
    }

    /** Why it may not go. */
    public enum Refusal {
        /** Nobody says it any longer, or never that it harms by itself. */
        ENDED,
        /** The label of those who say it does not let it go there. */
        LABEL,
        /** A provider gets TLP:CLEAR and TLP:GREEN, and what was addressed to itself. */
        PROVIDER,
        /** Somebody at the Centre took it back from those who had it. */
        TAKEN_BACK,
        /** It was reported to the desk, whose reporter has not agreed that it goes there. */
        DESK
    }

    Reach refused(Refusal why) {
        return new Reach(organisation, value, tlp, basis, Optional.of(why));
    }

    public boolean goes() {
        return refusal.isEmpty();
    }
}
