package noroshi.insight.web;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import noroshi.insight.Reach;

/** What was opened in one hour of the week. */
public record HourPage(Chosen chosen, DayOfWeek weekday, int hour, List<Reach.InHour> lines) {
    public int views() {
        return lines.stream().mapToInt(Reach.InHour::views).sum();
    }

    /** The organisations that viewed one of the topics in this hour. */
    public String viewed(UUID topic) {
        return chosen.at("/insight/topics/" + topic + "/views") + "&weekday=" + weekday.getValue() + "&hour=" + hour;
    }

    /** The same list to take away. */
    public String file(String ending) {
        return chosen.at("/insight/hours/" + weekday.getValue() + "/" + hour + "/list." + ending);
    }

    public String weekdayName() {
        return HoursPage.name(weekday);
    }
}
