package noroshi.intel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

        /** With what was changed and left out when the bundle was made from another form. */
        Taken with(Map<Integer, List<Reason>> changes, List<RefusedObject> leftOut, List<Reason> general) {
            var all = new ArrayList<>(refused);
            var last = Stream.concat(
                            objects.stream().map(StixObject::position),
                            refused.stream().map(RefusedObject::position))
                    .max(Comparator.naturalOrder())
                    .orElse(0);
            for (var left : leftOut) {
                all.add(new RefusedObject(++last, left.stixId(), left.reason()));
            }
            var said = Stream.concat(remarks.stream(), general.stream()).toList();
            var changed = objects.stream()
                    .map(object -> object.with(changes.getOrDefault(object.position(), List.of())))
                    .toList();
            return new Taken(stixId, changed, all, said);
        }
    }

    /** The file as a whole cannot be read as a bundle. */
    record Unreadable(Reason reason) implements BundleReading {}
}
