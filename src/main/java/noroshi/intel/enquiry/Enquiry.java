package noroshi.intel.enquiry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Spelling;
import noroshi.shared.Tlp;

/**
 * Somebody's question whether a value is harmful.
 *
 * @param note what the asker told about it
 * @param dueAt when the Centre wants to have answered
 */
public record Enquiry(
        UUID id,
        UUID organisation,
        UUID person,
        Spelling.Form form,
        String note,
        Instant askedAt,
        Instant dueAt,
        Optional<Answer> answer) {

    /** What the Centre answered, and how far the answer may go. */
    public record Answer(Verdict verdict, String words, Tlp tlp, Instant at) {}

    public boolean overdue(Instant now) {
        return answer.isEmpty() && dueAt.isBefore(now);
    }

    public String harmless() {
        return form.type().harmless(form.value());
    }
}
