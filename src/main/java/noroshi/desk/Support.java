package noroshi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Help that the desk asked an agency for.
 *
 * @param scope what the help covers, and what it does not
 * @param endsOn the last day of the help, if one was agreed
 * @param verdict what the agency answered
 */
public record Support(
        UUID id,
        UUID organisation,
        UUID office,
        Set<SupportKind> kinds,
        Mode mode,
        String words,
        String scope,
        Optional<LocalDate> endsOn,
        Instant askedAt,
        Optional<Verdict> verdict,
        String answer,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        List<Finding> findings) {

    /** Where the help is given. */
    public enum Mode {
        REMOTE,
        ON_SITE
    }

    /** An agency's answer. */
    public enum Verdict {
        ACCEPTED,
        PARTLY,
        DECLINED
    }

    /** What an agency found out. */
    public record Finding(Instant at, String body) {}

    public boolean open() {
        return endedAt.isEmpty() && !verdict.equals(Optional.of(Verdict.DECLINED));
    }
}
