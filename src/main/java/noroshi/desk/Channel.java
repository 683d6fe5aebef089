package noroshi.desk;

/** How it came to the desk. */
public enum Channel {
    PLATFORM,
    PHONE,
    MAIL,
    VISIT,
    /** Through a liaison inside the government. */
    INTERNAL,
    /** Through the secretariat of an association, which names no member. */
    ASSOCIATION
}
