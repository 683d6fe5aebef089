package noroshi.intel.enquiry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Spelling;

/**
 * What a provider was asked, and what it answered.
 *
 * @param confidence from 0 to 100, where the provider states one
 */
public record Opinion(
        UUID enquiry,
        UUID provider,
        Spelling.Form form,
        Instant askedAt,
        Instant dueAt,
        Optional<Verdict> verdict,
        Optional<Integer> confidence,
        String words,
        Optional<Instant> answeredAt) {

    public boolean overdue(Instant now) {
        return verdict.isEmpty() && dueAt.isBefore(now);
    }

    public String harmless() {
        return form.type().harmless(form.value());
    }
}
