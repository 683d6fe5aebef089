package noroshi.intel.taxii;

import java.util.ArrayList;
import java.util.List;
import noroshi.intel.Reason;
import noroshi.intel.RefusedObject;

/**
 * What became of a bundle that was handed out.
 *
 * @param known objects that were in the collection already
 * @param stayed how many did not go
 * @param refused the first of those, each with its reason
 */
public record HandedOut(int taken, int known, int stayed, List<RefusedObject> refused) {
    private static final int SHOWN = 200;

    public HandedOut {
        refused = List.copyOf(refused);
    }

    /** Counts while objects go. */
    static final class Tally {
        private int taken;
        private int known;
        private int stayed;
        private final List<RefusedObject> refused = new ArrayList<>();

        void stays(int position, String stixId, Reason reason) {
            stayed++;
            if (refused.size() < SHOWN) {
                refused.add(new RefusedObject(position, stixId, reason));
            }
        }

        void stays(HandOutStore.Held held, Reason reason) {
            stays(held.position(), held.stixId(), reason);
        }

        void takes(int count) {
            taken += count;
        }

        void knows() {
            known++;
        }

        HandedOut done() {
            return new HandedOut(taken, known, stayed, refused);
        }
    }
}
