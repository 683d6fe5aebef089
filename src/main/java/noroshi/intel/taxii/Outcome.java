package noroshi.intel.taxii;

import noroshi.intel.Reason;

/** What became of one object of an envelope. */
sealed interface Outcome {
    /** Added at a position. */
    record Taken(long position, String id, long version, int digits) implements Outcome {}

    /** Here already, with the same content. */
    record Known(String id, long version, int digits) implements Outcome {}

    /** Not kept. */
    record Failed(String id, String spelled, Reason reason) implements Outcome {}
}
