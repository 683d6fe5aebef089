package noroshi.topic;

/** How much of a topic a reader wants to hear. */
public enum Following {
    ALL,
    MENTIONS,
    MUTED
}
