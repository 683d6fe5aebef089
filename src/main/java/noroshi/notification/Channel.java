package noroshi.notification;

/** A way by which something reaches a reader. */
public enum Channel {
    /** Behind the sign-in and the wall. */
    PAGE,
    /** Open pages hear that something came. */
    STREAM,
    MAIL,
    DIGEST,
    /** A feed reader with a secret address. */
    FEED,
    /** A calendar with a secret address. */
    CALENDAR
}
