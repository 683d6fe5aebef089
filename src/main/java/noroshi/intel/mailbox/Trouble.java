package noroshi.intel.mailbox;

/** Why the mailbox could not be read to its end. */
public enum Trouble {
    /** Mail may come from nobody. */
    NOBODY_LISTED,
    /** The file with the password cannot be read. */
    NO_SECRET,
    UNREACHABLE,
    /** The way is not encrypted, or the certificate is not the server's. */
    UNTRUSTED,
    /** The user or the password is wrong. */
    NOT_LET_IN,
    /** The server said no. */
    REFUSED,
    BROKEN_OFF,
    /** What the server says is no IMAP, or more than was asked for. */
    NOT_IMAP,
    SLOW,
    /** More waits in the drop-box than may. */
    FULL,
    /** Something on this side. */
    OURS
}
