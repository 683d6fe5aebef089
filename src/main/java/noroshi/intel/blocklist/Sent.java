package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/** What went to one organisation, under which label, and whether it was taken back. */
public record Sent(UUID organisation, Entry entry, Tlp tlp, Instant at, Optional<Blocklist.TakenBack> takenBack) {
    public boolean live() {
        return takenBack.isEmpty();
    }

    /** Whether somebody took it back, who had a reason; nothing that came to its end by itself. */
    boolean takenBackByPerson() {
        return takenBack.filter(it -> it.how() == Blocklist.How.PERSON).isPresent();
    }
}
