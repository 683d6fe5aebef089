package noroshi.insight.web;

import java.util.List;
import noroshi.insight.Event;
import noroshi.insight.Period;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/**
 * The days a page is about, what they are compared with, and what else could be chosen.
 *
 * @param code of the period; {@code custom} when the days were typed
 * @param compare code of the comparison
 * @param errors when what was typed is no period; the page then shows the usual one
 */
public record Chosen(
        Period period,
        Period comparison,
        String code,
        String compare,
        List<Choice> periods,
        List<Choice> comparisons,
        List<Event> events,
        FormErrors errors) {

    /** The address of another page about the same days. */
    public String at(String path) {
        var days = code.equals(PeriodForm.OWN) ? "custom&from=" + period.from() + "&to=" + period.to() : code;
        return path + "?period=" + days + "&compare=" + compare;
    }

    /** The days in words. */
    public String words() {
        return Ui.text("insight.period.words", Ui.date(period.from()), Ui.date(period.to()), period.days());
    }

    /** The comparison in words, such as: normal. */
    public String comparedWith() {
        return comparisons.stream()
                .filter(choice -> choice.value().equals(compare))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }
}
