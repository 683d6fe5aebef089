package noroshi.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Moves the world's original dates by whole weeks, so that its last day is the latest such weekday not after today.
 *
 * @param weeks how far everything is moved
 * @param firstDay the first of the described days, moved
 * @param lastDay the last of them, moved
 */
record Calendar(long weeks, LocalDate firstDay, LocalDate lastDay) {
    /** The event took place in Japan; its days begin there. */
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final Pattern DAY_IN_TEXT = Pattern.compile("\\{d:(\\d{1,2}-\\d{1,2})}");
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("yyyy-M-d");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("M/d（E）", Locale.JAPANESE);

    static Calendar upTo(LocalDate today) {
        var days = Papers.read("daily");
        var first = days.getFirst().day("date");
        var last = days.getLast().day("date");
        var weeks = ChronoUnit.WEEKS.between(last, today.with(TemporalAdjusters.previousOrSame(last.getDayOfWeek())));
        return new Calendar(weeks, first.plusWeeks(weeks), last.plusWeeks(weeks));
    }

    LocalDate day(LocalDate original) {
        return original.plusWeeks(weeks);
    }

    LocalDate month(String original) {
        return day(YearMonth.parse(original).atDay(1));
    }

    Instant at(String original) {
        return start(LocalDateTime.parse(original).plusWeeks(weeks));
    }

    static Instant start(LocalDate day) {
        return start(day.atStartOfDay());
    }

    private static Instant start(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }

    /** A day as texts name it. */
    static String shown(LocalDate day) {
        return SHOWN.format(day);
    }

    /** Dates inside a text move too. */
    String moved(String text) {
        var year = firstDay.minusWeeks(weeks).getYear();
        return DAY_IN_TEXT
                .matcher(text)
                .replaceAll(found -> shown(day(LocalDate.parse(year + "-" + found.group(1), MONTH_AND_DAY))));
    }
}
