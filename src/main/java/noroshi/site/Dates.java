package noroshi.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates as people read them: weekday beside the date, words only for today and yesterday, no seconds. */
final class Dates {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    /** Reading a pattern takes longer than writing a date with it; there are as many as sentences that have one. */
    private static final Map<Pattern, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

    private final Words words;
    private final ZoneId zone;
    private final Clock clock;

    Dates(Words words, ZoneId zone, Clock clock) {
        this.words = words;
        this.zone = zone;
        this.clock = clock;
    }

    ZoneId zone() {
        return zone;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    String now(Locale locale) {
        var now = clock.instant();
        return fullDate(day(now), locale) + " " + time(now);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** Month and day with the weekday; the year only when it is another one. */
    String date(LocalDate day, Locale locale) {
        var pattern = day.getYear() == today().getYear() ? "date.day" : "date.day.year";
        return write(day, pattern, locale);
    }

    /** The full date, for headings and records. */
    String fullDate(LocalDate day, Locale locale) {
        return write(day, "date.full", locale);
    }

    private String write(LocalDate day, String pattern, Locale locale) {
        return PATTERNS.computeIfAbsent(
                        new Pattern(words.text(locale, pattern), locale),
                        wanted -> DateTimeFormatter.ofPattern(wanted.letters(), wanted.locale()))
                .format(day);
    }

    /** Today, yesterday, or the date. */
    String dayOrWord(Instant at, Locale locale) {
        var day = day(at);
        var today = today();
        if (day.equals(today)) {
            return words.text(locale, "date.today");
        }
        return day.equals(today.minusDays(1)) ? words.text(locale, "date.yesterday") : date(day, locale);
    }

    String dateTime(Instant at, Locale locale) {
        return words.text(locale, "date.time", dayOrWord(at, locale), time(at));
    }

    /** For lists: the time when it is today, else the day. */
    String brief(Instant at, Locale locale) {
        return day(at).equals(today()) ? time(at) : dayOrWord(at, locale);
    }

    /** How long, in the two largest units; never less than nothing. */
    String length(Duration length, Locale locale) {
        if (length.isNegative()) {
            return length(Duration.ZERO, locale);
        }
        if (length.toDays() > 0) {
            return words.text(locale, "date.days", length.toDays(), length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return words.text(locale, "date.hours", length.toHours(), length.toMinutesPart());
        }
        return words.text(locale, "date.minutes", length.toMinutes());
    }

    /** For the machine-readable attribute of a time element. */
    String machine(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                ZonedDateTime.ofInstant(at, zone).withNano(0));
    }

    private record Pattern(String letters, Locale locale) {}
}
