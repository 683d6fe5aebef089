package noroshi.intel.drop;

import noroshi.intel.Reason;

/**
 * One entry that cannot be taken, or was not chosen.
 *
 * @param where the line, or the path to it
 * @param red whether it is for the one alone who was given it
 */
public record LeftOut(String where, String written, Reason reason, boolean red) {
    private static final int LONGEST = 100;

    public LeftOut {
        written = written.length() > LONGEST ? written.substring(0, LONGEST) + "…" : written;
    }
}
