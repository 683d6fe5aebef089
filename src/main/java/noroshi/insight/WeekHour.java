package noroshi.insight;

import java.time.DayOfWeek;

/** One hour of the week. */
public record WeekHour(DayOfWeek weekday, int hour) {}
