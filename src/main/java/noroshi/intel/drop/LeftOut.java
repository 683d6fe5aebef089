package noroshi.intel.drop;

import noroshi.intel.Reason;

/**
 * One entry that cannot be taken, or was not chosen.
 *
 * @param where the line, or the path to it
 */
public record LeftOut(String where, String written, Reason reason) {
    private static final int LONGEST = 100;

    public LeftOut {
        written = written.length() > LONGEST ? written.substring(0, LONGEST) + "…" : written;
    }
}
