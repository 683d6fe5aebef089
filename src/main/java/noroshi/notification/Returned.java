package noroshi.notification;

import java.util.Locale;

/** What became of a notification that was handed in. */
public enum Returned {
    /** The message is refused for good. */
    REFUSED,
    /** Another server tried for long enough. */
    GIVEN_UP,
    /** It has not arrived yet; noted, and nothing else. */
    DELAYED,
    /** It arrived. */
    ARRIVED,
    /** This very notification was taken before. */
    KNOWN,
    /** The message is refused already, or waits to leave again. */
    SETTLED,
    /** Of no message that left here. */
    UNKNOWN,
    /** The message is leaving at this moment; to be brought again. */
    LATER,
    /** No delivery status notification. */
    NO_BOUNCE,
    /** One that cannot be read. */
    UNREADABLE,
    /** More than is read. */
    TOO_LARGE;

    /** Whether it spoke of a message of ours; what did not changes nothing and is nobody's. */
    public boolean ours() {
        return compareTo(UNKNOWN) < 0;
    }

    /** The message key of the sentence that says so. */
    public String key() {
        return "notification.bounce." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
