package noroshi.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.shared.Tlp;

/**
 * One matter in a report, as it stood when the report was composed.
 *
 * @param matter empty where the report names nobody
 * @param number the ticket's number; empty where the report names nobody
 * @param title empty where the report names nobody
 * @param organisation whose it is; empty where it is hidden or nobody is named
 * @param extent what the impact is, in words; empty where the label keeps it
 * @param confirmed whether the event owner had said this impact; empty in reports of before that was asked
 * @param over whether it is reported as ended
 * @param fresh whether it is reported for the first time
 * @param record what the ticket says, in reports drawn from it; empty where the label keeps it
 * @param tlp the label of the matter; empty where nothing of it is said, and in reports of before it was kept
 */
public record UpwardItem(
        String matter,
        String number,
        String title,
        Optional<String> organisation,
        Optional<Effect> effect,
        Impact impact,
        String extent,
        Optional<Boolean> confirmed,
        Visibility visibility,
        boolean fresh,
        boolean over,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Extract> record,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Tlp> tlp) {

    /** What the ticket says of a matter. */
    public record Extract(
            Instant openedAt,
            Optional<Cause> cause,
            Optional<Integer> severity,
            Optional<Integer> team,
            Status status,
            String latest,
            List<String> agencies,
            List<String> decisions) {
        public Extract {
            agencies = List.copyOf(agencies);
            decisions = List.copyOf(decisions);
        }
    }

    /** Title and organisation stay out because the label keeps them with whoever was told. */
    public boolean withheld() {
        return title.isEmpty() && tlp.filter(UpwardItem::kept).isPresent();
    }

    /** What is labelled so leaves nobody's house with a name. */
    static boolean kept(Tlp label) {
        return label.compareTo(Tlp.AMBER) > 0;
    }

    /** An impact is said, and the event owner has not said so. */
    public boolean unconfirmed() {
        return confirmed.filter(it -> !it).isPresent();
    }

    /** Whoever read the item before learns nothing from this one; what was not asked then is no difference. */
    boolean tellsNothingAfter(UpwardItem before) {
        return impact == before.impact
                && extent.equals(before.extent)
                && visibility == before.visibility
                && over == before.over
                && (before.confirmed.isEmpty() || confirmed.equals(before.confirmed));
    }

    /** Without name and title. */
    UpwardItem abridged() {
        return new UpwardItem(
                matter,
                number,
                "",
                Optional.empty(),
                effect,
                impact,
                tlp.filter(UpwardItem::kept).isPresent() ? "" : extent,
                confirmed,
                visibility,
                fresh,
                over,
                Optional.empty(),
                tlp);
    }

    /** For everybody: what happened, not to whom, nor where. */
    UpwardItem nameless() {
        return new UpwardItem(
                "",
                "",
                "",
                Optional.empty(),
                effect,
                impact,
                "",
                confirmed,
                visibility,
                fresh,
                over,
                Optional.empty(),
                Optional.empty());
    }
}
