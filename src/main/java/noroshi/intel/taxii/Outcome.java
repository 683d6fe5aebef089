package noroshi.intel.taxii;

import noroshi.intel.Reason;
import noroshi.intel.Received;

/** What became of one object of an envelope. */
sealed interface Outcome {
    /**
     * Added at a position.
     *
     * @param near where nobody else gets it
     */
    record Taken(long position, String id, long version, int digits, boolean near) implements Outcome {}

    /**
     * Here already, with the same content.
     *
     * @param near where nobody else gets it
     */
    record Known(String id, long version, int digits, boolean near) implements Outcome {}

    /** Not kept. */
    record Failed(String id, String spelled, Reason reason) implements Outcome {
        static Outcome failed(Received.Fit fit, Reason reason) {
            return new Failed(fit.id(), fit.spelled(), reason);
        }

        static Failed of(Received.Unfit unfit) {
            var name = unfit.id().isEmpty() ? "objects[" + (unfit.position() - 1) + "]" : unfit.id();
            return new Failed(name, unfit.spelled(), unfit.reason());
        }
    }
}
