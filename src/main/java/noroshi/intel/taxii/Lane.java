package noroshi.intel.taxii;

import java.util.Optional;
import java.util.UUID;

/** Where objects of one type and one version of STIX stand on one shelf. */
record Lane(int shelf, int id) {
    /** What a lane is for. */
    record Key(Optional<UUID> keeper, String spec, String type) {}
}
