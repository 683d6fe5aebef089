package noroshi.intel.mailbox;

/** Why nothing of a mail waits. */
public enum Refused {
    /** Nobody listed says they sent it, or several do. */
    STRANGER,
    /** The receiving server did not call it its sender's. */
    FORGED,
    RED,
    TOO_LARGE,
    UNREADABLE,
    /** There is nothing in it that could be taken. */
    NOTHING,
    TOO_MANY
}
