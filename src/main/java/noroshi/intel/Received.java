package noroshi.intel;

import java.time.Instant;
import java.util.Optional;
import noroshi.shared.Tlp;

/** One entry of the list of objects that a machine sent: fit to be kept, or not, with the reason. */
public sealed interface Received {
    /** Its place in the list, from 1. */
    int position();

    /**
     * An object as it stands in the envelope.
     *
     * @param offset where its bytes begin in the envelope
     * @param spec version of STIX, {@code 2.1} or {@code 2.0}
     * @param version when it was modified, else created; none for objects without a time
     * @param spelled the version as it is written in the object
     * @param marked the label the object carries itself
     * @param gist what it stands for
     */
    record Fit(
            int position,
            String id,
            String type,
            String spec,
            Optional<Instant> version,
            String spelled,
            Optional<Tlp> marked,
            Gist gist,
            int offset,
            int length)
            implements Received {
        Fit labelled(Tlp label) {
            return new Fit(position, id, type, spec, version, spelled, Optional.of(label), gist, offset, length);
        }
    }

    /** What cannot be kept. */
    record Unfit(int position, String id, String spelled, Reason reason) implements Received {}
}
