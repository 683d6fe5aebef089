package noroshi.intel.taxii;

import java.util.List;
import noroshi.intel.Reason;
import noroshi.intel.Received;

/** What became of one object of an envelope. */
sealed interface Outcome {
    /**
     * Added at a position.
     *
     * @param remarks what its sender should know
     */
    record Taken(long position, String id, long version, int digits, List<Reason> remarks) implements Outcome {
        public Taken {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Here already, with the same content.
     *
     * @param remarks what its sender should know
     */
    record Known(String id, long version, int digits, List<Reason> remarks) implements Outcome {
        public Known {
            remarks = List.copyOf(remarks);
        }
    }

    /** It stays with whoever brought it: a value of it may not be handed on. */
    Reason NEAR = Reason.said("intel.taxii.near");

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
