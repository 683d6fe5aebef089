package noroshi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * One edition of a report.
 *
 * @param series code of the series it belongs to
 * @param edition 1 for the first, more for what follows on the same half day
 * @param activity what the desk counted, by {@link Activity}; empty where the series does not count
 * @param countedFrom since when that was counted
 * @param drawnFrom the copy that an abridged report was made of
 * @param corrects the copy that it puts right
 * @param topic where those who take part read it
 * @param number of the copy that was sent; empty while it is a draft
 * @param sha256 of what was sent
 */
public record UpwardReport(
        UUID id,
        String series,
        LocalDate day,
        Half half,
        int edition,
        String recipient,
        List<UpwardItem> items,
        Map<Activity, Integer> activity,
        Optional<Instant> countedFrom,
        Optional<UUID> drawnFrom,
        Optional<UUID> corrects,
        Optional<UUID> topic,
        String words,
        Instant composedAt,
        UUID composedBy,
        Optional<Integer> number,
        Optional<UUID> approvedBy,
        Optional<Instant> sentAt,
        Optional<String> sha256) {
    /** What the desk counts for everybody who takes part. */
    public enum Activity {
        REPORTS,
        CONSULTATIONS,
        CLOSED,
        IN_HAND,
        SUPPORTS
    }

    /** What one edition says, before it is anybody's. */
    record Body(
            List<UpwardItem> items,
            Map<Activity, Integer> activity,
            Optional<Instant> countedFrom,
            Optional<UUID> drawnFrom) {
        Body {
            items = List.copyOf(items);
            activity = Map.copyOf(activity);
        }
    }

    public UpwardReport {
        items = List.copyOf(items);
        activity = Map.copyOf(activity);
    }

    /** The strictest label of what it holds. */
    public Tlp tlp() {
        return items.stream().flatMap(item -> item.tlp().stream()).reduce(Tlp.AMBER, Tlp::strictest);
    }

    public boolean sent() {
        return sentAt.isPresent();
    }
}
