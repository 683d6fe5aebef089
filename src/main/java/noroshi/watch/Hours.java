package noroshi.watch;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * One shift of the days it is kept on.
 *
 * @param begins minutes after midnight
 */
public record Hours(
        UUID id,
        Mode mode,
        String nameJa,
        String nameEn,
        Days days,
        int begins,
        int minutes,
        LocalDate from,
        Optional<LocalDate> to) {
    private static final int LONGEST = 30;
    private static final int DAY = 1440;
    private static final int SHORTEST = 30;

    public Hours {
        nameJa = nameJa.strip();
        nameEn = nameEn.strip();
        if (nameJa.isEmpty() || nameEn.isEmpty() || nameJa.length() > LONGEST || nameEn.length() > LONGEST) {
            throw new RuleBroken("watch.name-missing", LONGEST);
        }
        if (begins < 0 || begins >= DAY || minutes < SHORTEST || minutes > DAY) {
            throw new RuleBroken("watch.hours.time");
        }
    }

    /** On which days. */
    public enum Days {
        ALL,
        WORKDAYS,
        /** Saturdays, Sundays and holidays. */
        DAYS_OFF;

        boolean contains(boolean dayOff) {
            return this == ALL || (this == DAYS_OFF) == dayOff;
        }
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && to.stream().noneMatch(day::isAfter);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameJa;
    }
}
