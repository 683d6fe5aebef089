package noroshi.insight;

import java.time.DayOfWeek;

/**
 * One hour of the week.
 *
 * @param views of everything, within a period
 * @param organisations whose people opened something in that hour
 */
public record Hour(DayOfWeek weekday, int hour, int views, int organisations) {}
