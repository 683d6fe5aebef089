package noroshi.intel.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Reason;
import noroshi.intel.RefusedObject;

/**
 * How far a bundle is that was handed out, and what became of it.
 *
 * @param title of the collection; empty where the reader may not know it
 * @param by who hands it out
 * @param objects how many there are to go
 * @param position the place in the file up to which it has come
 * @param known objects that were in the collection already
 * @param stayed how many did not go
 * @param stopped why nothing more of it goes
 * @param refused the first of those that did not go, each with its reason
 */
public record HandedOut(
        UUID bundle,
        UUID collection,
        String title,
        UUID by,
        Instant at,
        State state,
        int objects,
        int position,
        int taken,
        int known,
        int stayed,
        Optional<String> stopped,
        List<RefusedObject> refused) {
    /** How many of those that did not go are kept with their reason. */
    public static final int SHOWN = 200;

    public HandedOut {
        refused = List.copyOf(refused);
    }

    /** Whether more of it is still to go. */
    public enum State {
        GOING,
        DONE,
        STOPPED
    }

    public boolean going() {
        return state == State.GOING;
    }

    /** Objects of which it is decided whether they go. */
    public int soFar() {
        return taken + known + stayed;
    }

    HandedOut with(List<RefusedObject> first) {
        return new HandedOut(
                bundle, collection, title, by, at, state, objects, position, taken, known, stayed, stopped, first);
    }

    /** Counts while the objects of one step go. */
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

        int taken() {
            return taken;
        }

        int known() {
            return known;
        }

        int stayed() {
            return stayed;
        }

        List<RefusedObject> refused() {
            return refused;
        }
    }
}
