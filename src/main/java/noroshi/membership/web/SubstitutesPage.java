package noroshi.membership.web;

import java.time.LocalDate;
import java.util.List;
import noroshi.membership.Organisation;
import noroshi.membership.Substitution;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/**
 * Who stands in for whom.
 *
 * @param people for whom the reader may name a substitute; empty where that is the reader alone
 * @param colleagues who may stand in; empty where the reader may name nobody
 */
public record SubstitutesPage(
        Organisation organisation,
        List<Line> lines,
        List<Choice> people,
        List<Choice> colleagues,
        String person,
        String substitute,
        String first,
        String last,
        FormErrors errors) {

    /** One of them, with its first and its last day. */
    public record Line(Substitution of, boolean runs, LocalDate first, LocalDate last, boolean mayEnd) {}

    public String path() {
        return "/organisations/" + organisation.id() + "/substitutes";
    }
}
