package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The desk wants an organisation to read a matter, and says why; the reporter is told first. */
public record Proposal(
        UUID id,
        UUID organisation,
        String reason,
        boolean damage,
        boolean technical,
        Instant proposedAt,
        Optional<Verdict> verdict,
        Optional<Instant> decidedAt) {

    /** What became of it. */
    public enum Verdict {
        AGREED,
        REFUSED,
        /** The reporter had been told for long enough and did not answer. */
        CARRIED_OUT
    }

    public boolean open() {
        return verdict.isEmpty();
    }
}
