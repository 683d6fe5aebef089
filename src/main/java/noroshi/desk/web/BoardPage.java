package noroshi.desk.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.desk.Call;
import noroshi.desk.Card;
import noroshi.desk.Departure;
import noroshi.desk.Lane;
import noroshi.desk.LateWord;
import noroshi.desk.SavedView;
import noroshi.desk.Slot;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * The board of the Centre's desk.
 *
 * @param live it shows the present, not a past moment
 * @param strip its figures, drawn
 * @param ways ways of looking at it, each an address of its own, drawn
 * @param lanes its lanes, drawn
 * @param missed how many reports upwards are missing
 * @param next the reports upwards that are due next, one of each series, the nearest first
 * @param kept views that the reader keeps under a name
 * @param pulse changes when anything on the board does; empty for a past moment
 * @param due changes when there is something else to do
 */
public record BoardPage(
        Instant at,
        boolean live,
        Content strip,
        Content ways,
        Content lanes,
        int missed,
        List<Slot> next,
        BoardFilter filter,
        List<SavedView> kept,
        String pulse,
        String due,
        Hand hand,
        FormErrors errors) {

    /**
     * The figures above the lanes.
     *
     * @param impacts how many open matters have an impact on the event
     */
    public record Strip(List<Load> loads, List<Slot> next, long impacts, String due) {}

    /** The ways of looking, with how many matters each shows. */
    public record Ways(List<Step> views) {}

    /** The lanes side by side, and below them what ended today. */
    public record Lanes(List<LanePart> lanes, List<Line> done) {}

    /**
     * What there is to do for whoever looks.
     *
     * @param above what other features show above the lanes
     * @param lateWords what was said on matters that are over
     * @param departures recipients that left in mid-matter, whose place nobody has taken
     * @param calls whom the duty officer is to telephone
     */
    public record Hand(
            Instant at, List<Content> above, List<LateWord> lateWords, List<Gone> departures, List<Ring> calls) {}

    /** One lane with its cards. */
    public record LanePart(Lane lane, List<Line> lines) {}

    /**
     * One card, with names.
     *
     * @param second the second contact has learned that it waits
     */
    public record Line(Card card, String by, List<String> agencies, boolean second) {
        public String path() {
            return "/desk/" + card.reference();
        }

        /** The mark of a priority: 1 to 4; 3 before triage has judged it. */
        public Optional<Integer> priority() {
            return card.standing().priority();
        }
    }

    /**
     * One call to make.
     *
     * @param whom whom to call, by name
     * @param phone their window's number; empty if they gave none
     */
    public record Ring(Call call, String whom, String phone) {
        public String path() {
            return "/desk/" + call.reference();
        }
    }

    /** One recipient that left, by name. */
    public record Gone(Departure.Open open, String who) {}

    /** How much a team has in hand. */
    public record Load(int team, long matters) {}
}
