package noroshi.desk.web;

import java.util.List;
import java.util.UUID;
import noroshi.desk.Impact;
import noroshi.desk.Inquiry;
import noroshi.desk.Matter;
import noroshi.site.FormErrors;

/**
 * What a member finds at the desk.
 *
 * @param asked what the Centre asks the reader as the event owner's liaison
 * @param speaks the reader speaks for an agency that helps
 * @param typed an answer that was refused
 */
public record ListPage(
        List<Inquiry> asked, List<Line> ours, List<Line> shared, boolean speaks, Typed typed, FormErrors errors) {
    /**
     * One matter of a list.
     *
     * @param missing somebody who was told has left, and nobody has taken their place
     */
    public record Line(Matter matter, String by, boolean missing) {}

    /** What was typed about one question. */
    public record Typed(UUID inquiry, Impact impact, String extent) {
        public static final Typed NOTHING = new Typed(new UUID(0, 0), Impact.UNKNOWN, "");
    }

    /** What stands in the form of this question. */
    public Typed typed(Inquiry it) {
        return typed.inquiry().equals(it.id()) ? typed : Typed.NOTHING;
    }
}
