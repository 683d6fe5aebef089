package noroshi.insight;

/** What an event explains: a moment, a span that can be chosen, a day off, or the days that count as normal. */
public enum EventKind {
    MARKER,
    PERIOD,
    HOLIDAY,
    NORMAL;

    /** Whether it has an end. */
    public boolean lasts() {
        return this == PERIOD || this == NORMAL;
    }
}
