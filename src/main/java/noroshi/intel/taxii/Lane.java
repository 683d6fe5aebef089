package noroshi.intel.taxii;

import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Received;
import noroshi.shared.Tlp;

/** Where objects of one type and one version of STIX stand on one shelf. */
record Lane(int shelf, int id) {
    /**
     * What a lane is for.
     *
     * @param near whether it is for its keeper alone, whomever the keeper names
     */
    record Key(Optional<UUID> keeper, boolean near, String spec, String type) {
        static Key of(Tlp label, UUID source, boolean near, Received.Fit object) {
            return new Key(
                    label == Tlp.AMBER_STRICT ? Optional.of(source) : Optional.empty(),
                    near,
                    object.spec(),
                    object.type());
        }
    }
}
