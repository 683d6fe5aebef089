package noroshi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One edition of a report upwards.
 *
 * @param edition 1 for the first, more for corrections
 * @param number of the copy that was sent; empty while it is a draft
 * @param sha256 of what was sent
 */
public record UpwardReport(
        UUID id,
        LocalDate day,
        Half half,
        int edition,
        String recipient,
        List<UpwardItem> items,
        String words,
        Instant composedAt,
        UUID composedBy,
        Optional<Integer> number,
        Optional<UUID> approvedBy,
        Optional<Instant> sentAt,
        Optional<String> sha256) {
    public UpwardReport {
        items = List.copyOf(items);
    }

    public boolean sent() {
        return sentAt.isPresent();
    }
}
