package noroshi.intel.taxii;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;

/** Where the objects that are handed out stand in their file: by their version, else by their id alone. */
final class Places {
    /** One version of an object. */
    record Place(String id, Optional<Long> version) {
        static Place of(String id, String version) {
            return new Place(id, Stamp.parse(version));
        }
    }

    private final Map<Place, HandOutStore.Held> held = new HashMap<>();

    private Places() {}

    /** The objects of an envelope are those that are held, in their order. */
    static Places of(ReceivedEnvelope envelope, List<HandOutStore.Held> objects) {
        var places = new Places();
        for (var object : envelope.objects()) {
            var each = objects.get(object.position() - 1);
            places.held.putIfAbsent(new Place(each.stixId(), Optional.empty()), each);
            if (object instanceof Received.Fit fit) {
                places.held.putIfAbsent(new Place(fit.id(), fit.version().map(Stamp::micros)), each);
            }
        }
        return places;
    }

    Optional<HandOutStore.Held> at(String id, String version) {
        return Optional.ofNullable(held.get(Place.of(id, version)))
                .or(() -> Optional.ofNullable(held.get(new Place(id, Optional.empty()))));
    }
}
