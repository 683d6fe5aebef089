package noroshi.insight;

import java.util.List;

/** What an event explains: a moment, a span that can be chosen, a day off, or the days that count as normal. */
public enum EventKind {
    MARKER,
    PERIOD,
    HOLIDAY,
    NORMAL,
    /** Something people prepare for; the others may belong to it. */
    EVENT;

    /** What somebody may put into the calendar by itself; events are started with what belongs to them. */
    public static List<EventKind> ofTheCalendar() {
        return List.of(MARKER, PERIOD, HOLIDAY, NORMAL);
    }

    /** Whether it has an end. */
    public boolean lasts() {
        return this == PERIOD || this == NORMAL || this == EVENT;
    }
}
