package noroshi.notification;

/** How much it matters that somebody is told at once. */
public enum Weight {
    /** Urgent, addressed or a duty: cannot be switched off. */
    MUST,
    /** Concerns this person. */
    DIRECT,
    /** Can wait for the digest. */
    USUAL;

    static Weight of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
