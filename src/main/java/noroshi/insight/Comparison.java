package noroshi.insight;

import java.util.Optional;

/**
 * An event compared with peacetime, counted from records.
 *
 * @param during the days of the event that are over or today
 * @param normal the days compared with
 */
public record Comparison(
        Period during, Period normal, double logins, double normalLogins, double views, double normalViews) {
    public Optional<Double> timesLogins() {
        return times(logins, normalLogins);
    }

    public Optional<Double> timesViews() {
        return times(views, normalViews);
    }

    private static Optional<Double> times(double now, double before) {
        return before == 0 ? Optional.empty() : Optional.of(now / before);
    }
}
