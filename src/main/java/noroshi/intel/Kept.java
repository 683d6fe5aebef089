package noroshi.intel;

import java.util.List;
import java.util.UUID;

/** In whose keeping an import is, and who may read it: the importer's organisation, or for RED the importer alone. */
record Kept(UUID keeper, List<UUID> addressees) {
    Kept {
        addressees = List.copyOf(addressees);
    }

    boolean byOnePerson() {
        return addressees.equals(List.of(keeper));
    }
}
