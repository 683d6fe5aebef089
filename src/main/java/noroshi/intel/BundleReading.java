package noroshi.intel;

import java.util.List;

/** The outcome of reading a file that should be a STIX bundle. */
sealed interface BundleReading {

    /** A bundle was found; each of its objects is either taken or refused with a reason. */
    record Taken(String stixId, List<StixObject> objects, List<RefusedObject> refused, List<Reason> remarks)
            implements BundleReading {
        public Taken {
            objects = List.copyOf(objects);
            refused = List.copyOf(refused);
            remarks = List.copyOf(remarks);
        }
    }

    /** The file as a whole cannot be read as a bundle. */
    record Unreadable(Reason reason) implements BundleReading {}
}
