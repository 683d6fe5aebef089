package noroshi.insight.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.insight.Comparison;
import noroshi.insight.Programme;
import noroshi.membership.OrganisationName;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/**
 * One event.
 *
 * @param takingPart the organisations that take part, as far as the reader is told
 * @param comparison with peacetime, for the Centre
 * @param form what was typed into the form of a new part
 */
public record ProgrammePage(
        Programme programme,
        Optional<OrganisationName> owner,
        List<OrganisationName> takingPart,
        boolean all,
        Optional<Comparison> comparison,
        boolean keeps,
        boolean joins,
        LocalDate today,
        EventForm form,
        FormErrors errors) {
    public String path() {
        return "/events/" + programme.event().id();
    }

    /** How many times as much, in words. */
    public static String times(Optional<Double> times) {
        return times.map(it -> Ui.text("insight.programme.times", String.format(Locale.ROOT, "%.1f", it)))
                .orElse("–");
    }

    /** The address of the figures of its days. */
    public String figures() {
        return "/insight?" + days();
    }

    /** What a number of the comparison counts in the days of the event. */
    public String counted(String what) {
        return "/insight/counted?what=" + what + "&" + days();
    }

    private String days() {
        return "period=custom&from=" + programme.period().from() + "&to="
                + programme.period().to();
    }
}
