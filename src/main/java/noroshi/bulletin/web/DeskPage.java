package noroshi.bulletin.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Manuscript;
import noroshi.shared.Tlp;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * The newsroom: what is in hand, and which urgent releases still wait for their second review.
 *
 * @param typed what was typed and refused
 */
public record DeskPage(
        List<Step> rooms, List<Due> due, List<Line> inHand, List<Line> published, Typed typed, FormErrors errors) {

    /** One manuscript. */
    public record Line(Manuscript manuscript, String title, String state, String by) {
        public String path() {
            return "/bulletins/manuscripts/" + manuscript.id() + (manuscript.open() ? "" : "/review");
        }
    }

    /**
     * An urgent release without its second review, or with an objection that no new version has answered.
     *
     * @param mayReview whether the reader of this page may give it
     */
    public record Due(
            UUID topic,
            int version,
            String title,
            Tlp tlp,
            String reason,
            String by,
            Instant due,
            boolean overdue,
            Optional<String> objection,
            boolean mayReview) {
        public String path() {
            return "/topics/" + topic;
        }
    }

    /** The objection to one release as it was typed. */
    public record Typed(Optional<UUID> topic, String remark) {
        static final Typed NOTHING = new Typed(Optional.empty(), "");

        public String on(Due due) {
            return topic.filter(due.topic()::equals).isPresent() ? remark : "";
        }
    }
}
