package noroshi.desk;

/** What of a matter has a time that is written in words. */
public enum Moment {
    OCCURRED,
    NOTICED,
    BEGAN,
    ENDED,
    /** The moment of which an update speaks. */
    AS_OF
}
