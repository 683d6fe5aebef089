package noroshi.desk;

/** What a matter does to the event; asked of the event owner. */
public enum Impact {
    UNKNOWN,
    NONE,
    POSSIBLE,
    PRESENT
}
