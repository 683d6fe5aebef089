package noroshi.intel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.intel.ObjectStore.Row;
import noroshi.intel.ObjectStore.Version;
import noroshi.shared.Tlp;

/** Sorts the objects of a bundle: new to the library, known to it, or contradicting what it holds. */
final class Sorting {
    final List<Row> fresh = new ArrayList<>();

    final List<BundleStore.Entry> entries = new ArrayList<>();

    final List<RefusedObject> contradicting = new ArrayList<>();

    private final Map<String, Version> held = new HashMap<>();

    private final Tlp unmarked;

    private final Supplier<UUID> ids;

    Sorting(List<Version> versions, Tlp unmarked, Supplier<UUID> ids) {
        versions.forEach(version -> held.put(key(version), version));
        this.unmarked = unmarked;
        this.ids = ids;
    }

    void sort(StixObject object) {
        var version = held.get(key(object));
        if (version == null) {
            var row = new Row(ids.get(), object, object.marked().orElse(unmarked));
            fresh.add(row);
            entries.add(new BundleStore.Entry(object.position(), row.id(), false));
        } else if (version.content().equals(object.content())) {
            entries.add(new BundleStore.Entry(object.position(), version.id(), true));
        } else {
            contradicting.add(
                    new RefusedObject(object.position(), object.id().text(), Reason.of("intel.object.contradiction")));
        }
    }

    List<UUID> known() {
        return entries.stream()
                .filter(BundleStore.Entry::known)
                .map(BundleStore.Entry::object)
                .toList();
    }

    /** A dated object is one version by its date; an undated one by its content. */
    private static String key(StixObject object) {
        return object.id() + " " + object.modified().map(Object::toString).orElse(object.content());
    }

    private static String key(Version version) {
        return version.stixId() + " " + version.modified().map(Object::toString).orElse(version.content());
    }
}
