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
        PROVIDER
    }

    public boolean goes() {
        return refusal.isEmpty();
    }
}
