package noroshi.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.desk.Card;
import noroshi.desk.Lane;
import noroshi.site.Step;

/**
 * The board of the Centre's desk.
 *
 * @param live it shows the present, not a past moment
 * @param views ways of looking at it, each an address of its own
 * @param impacts how many open matters have an impact on the event
 */
public record BoardPage(
        Instant at,
        boolean live,
        List<LanePart> lanes,
        List<Line> done,
        List<Load> loads,
        List<Step> views,
        long impacts,
        int missed,
        Optional<noroshi.desk.Slot> next) {

    /** One lane with its cards. */
    public record LanePart(Lane lane, List<Line> lines) {}

    /** One card, with names. */
    public record Line(Card card, String by, List<String> agencies) {
        public String path() {
            return "/desk/" + card.reference();
        }

        /** The mark of a priority: 1 to 4; 3 before triage has judged it. */
        public Optional<Integer> priority() {
            return card.standing().priority();
        }
    }

    /** How much a team has in hand. */
    public record Load(int team, long matters) {}
}
