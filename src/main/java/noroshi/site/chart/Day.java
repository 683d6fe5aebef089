package noroshi.site.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * One day of the horizontal axis.
 *
 * @param label month and day
 * @param weekday in one letter or three
 * @param weekend shaded
 */
public record Day(String label, String weekday, boolean weekend) {
    public static Day of(LocalDate date, Locale locale) {
        var weekday = date.getDayOfWeek();
        return new Day(
                date.getMonthValue() + "/" + date.getDayOfMonth(),
                weekday.getDisplayName(TextStyle.SHORT, locale),
                weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY);
    }

    String full() {
        return label + "（" + weekday + "）";
    }
}
