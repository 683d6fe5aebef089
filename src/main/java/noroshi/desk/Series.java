package noroshi.desk;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reports of one sort, to one recipient, on one timetable; data.
 *
 * @param drawnFrom the series whose sent copies an abridged one is made of
 * @param times when it is due on each day of its rhythm, in the order of the day
 * @param extra whether it may also be sent between its times
 */
public record Series(
        String code,
        String nameJa,
        String nameEn,
        Content content,
        Optional<String> drawnFrom,
        Rule rule,
        boolean extra,
        Map<Half, LocalTime> times) {
    /** The report twice a day to those who coordinate security. */
    public static final String COORDINATION = "coordination";

    /** What its reports hold. */
    public enum Content {
        /** Matters by number, name and organisation. */
        FULL,
        /** The same matters as in a copy that was sent, without names and titles. */
        ABRIDGED,
        /** For everybody who takes part: effects, and what the Centre did, nobody's name. */
        BROADCAST,
        /** From the tickets: what was known, decided and done. */
        RECORD
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? nameJa : nameEn;
    }
}
