package noroshi.insight.web;

import noroshi.insight.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which days somebody wants to see, as the address says it.
 *
 * @param shown the period that was chosen when the form was drawn: other days beside it were typed
 */
public record PeriodForm(String period, String from, String to, String compare, String shown) {
    static final String OWN = "custom";

    public PeriodForm(
            @Nullable String period,
            @Nullable String from,
            @Nullable String to,
            @Nullable String compare,
            @Nullable String shown) {
        this.period = or(period);
        this.from = or(from);
        this.to = or(to);
        this.compare = or(compare);
        this.shown = or(shown);
    }

    /** Whether the days are typed, not chosen. */
    boolean typed(Period chosen) {
        if (period.equals(OWN)) {
            return true;
        }
        var given = !from.isEmpty() || !to.isEmpty();
        var others =
                !from.equals(chosen.from().toString()) || !to.equals(chosen.to().toString());
        return given && others && (period.isEmpty() || period.equals(shown));
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
