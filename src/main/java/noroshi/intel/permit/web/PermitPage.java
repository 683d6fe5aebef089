package noroshi.intel.permit.web;

import static noroshi.site.Ui.text;

import java.time.Instant;
import java.util.List;
import noroshi.intel.permit.Permit;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * One permit: what is asked, what was said.
 *
 * @param words as typed
 */
public record PermitPage(Permit permit, boolean mayAnswer, Instant now, String words, FormErrors errors) {
    public List<Step> crumbs() {
        return List.of(
                new Step(text("permit.title"), "/intel/permits", false),
                new Step(permit.recipientName(), path(), true));
    }

    public String path() {
        return PermitsPage.path(permit);
    }

    public boolean given() {
        return permit.standing(now) == Permit.Standing.GIVEN;
    }

    /** How long a yes may hold. */
    public List<Choice> terms() {
        return List.of(
                new Choice("30", text("permit.term.days", 30)),
                new Choice("90", text("permit.term.days", 90)),
                new Choice("365", text("permit.term.days", 365)));
    }
}
