package noroshi.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import noroshi.shared.RuleBroken;

/** From one day to another, both included. */
public record Period(LocalDate from, LocalDate to) {
    private static final int LONGEST = 366;

    public Period {
        if (to.isBefore(from)) {
            throw new RuleBroken("insight.period.backwards");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new RuleBroken("insight.period.too-long", LONGEST);
        }
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** As many days as wanted, ending the day before this period begins. */
    public Period before(int length) {
        return new Period(from.minusDays(length), from.minusDays(1));
    }
}
