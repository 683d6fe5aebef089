package noroshi.insight.web;

import java.time.DayOfWeek;
import java.util.List;
import noroshi.insight.Reach;

/** What was opened in one hour of the week. */
public record HourPage(Chosen chosen, DayOfWeek weekday, int hour, List<Reach.InHour> lines) {
    public int views() {
        return lines.stream().mapToInt(Reach.InHour::views).sum();
    }

    public String weekdayName() {
        return HoursPage.name(weekday);
    }
}
