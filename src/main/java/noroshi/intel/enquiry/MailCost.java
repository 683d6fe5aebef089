package noroshi.intel.enquiry;

/**
 * What it costs to read a mail, beyond its size: a library keeps each line above a part, and each part, however many there
 * are, and takes seconds over very many before it says so.
 */
public final class MailCost {
    /** More than any mail that people write. */
    private static final long MOST = 1024 * 1024;

    private static final int PART = 1_000;
    private static final int LINE = 3;

    private MailCost() {}

    /** Whether a mail costs no more to read than its size lets expect. */
    public static boolean bearable(byte[] mail) {
        return of(mail, 0) <= MOST;
    }

    /** The same where mails in it are read too, which have heads of their own wherever they stand. */
    public static boolean bearableWithin(byte[] mail) {
        return of(mail, LINE) <= MOST;
    }

    /** A CR without LF ends a line for some and not for others (RFC 5322 section 2.2 forbids it). */
    public static boolean bareReturn(byte[] mail, int at) {
        return mail[at] == '\r' && at + 1 < mail.length && mail[at + 1] != '\n';
    }

    /** What follows a CR without LF counts as if a part began there. */
    private static long of(byte[] mail, int line) {
        var bytes = 0L;
        var start = 0;
        var above = true;
        for (var at = 0; at < mail.length; at++) {
            if (bareReturn(mail, at)) {
                above = true;
                bytes += PART;
            } else if (mail[at] == '\n') {
                if (at == start || (at == start + 1 && mail[start] == '\r')) {
                    above = false;
                } else if (at > start + 1 && mail[start] == '-' && mail[start + 1] == '-') {
                    above = true;
                    bytes += PART;
                }
                bytes += above ? at + 1 - start : line;
                start = at + 1;
            }
        }
        return bytes;
    }
}
