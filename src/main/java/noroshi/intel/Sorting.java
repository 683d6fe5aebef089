package noroshi.intel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.intel.ObjectStore.Row;
import noroshi.intel.ObjectStore.Version;
import noroshi.shared.Tlp;
import org.jspecify.annotations.Nullable;

/** Sorts the objects of a bundle: new to the library, known to it, or refused. */
final class Sorting {
    final List<Row> fresh = new ArrayList<>();

    final List<BundleStore.Entry> entries = new ArrayList<>();

    final List<RefusedObject> refused = new ArrayList<>();

    private final UUID bundle;

    private final Map<String, Version> held = new HashMap<>();

    private final Map<String, Version> contents = new HashMap<>();

    private final Map<String, Map<Optional<UUID>, Instant>> over = new HashMap<>();

    private final Kept kept;

    private final Tlp unmarked;

    private final Instant latest;

    private final Supplier<UUID> ids;

    Sorting(UUID bundle, List<Version> versions, Kept kept, Tlp unmarked, Instant latest, Supplier<UUID> ids) {
        versions.forEach(version -> {
            held.put(key(version), version);
            contents.put(version.stixId() + " " + version.content(), version);
            if (version.revoked()) {
                over(version.stixId(), version.bringer(), version.modified());
            }
        });
        this.bundle = bundle;
        this.kept = kept;
        this.unmarked = unmarked;
        this.latest = latest;
        this.ids = ids;
    }

    /** What revokes an object goes before what would be newer, wherever it stands. */
    void sort(List<StixObject> objects) {
        objects.stream().filter(StixObject::revoked).forEach(this::sort);
        objects.stream().filter(object -> !object.revoked()).forEach(this::sort);
    }

    private void sort(StixObject object) {
        var version = known(object);
        if (object.marked().filter(Tlp.RED::equals).isPresent() && !kept.byOnePerson()) {
            refused.add(new RefusedObject(object.position(), object.id().text(), Reason.of("intel.object.red")));
        } else if (object.modified()
                .or(object::created)
                .filter(latest::isBefore)
                .isPresent()) {
            refused.add(new RefusedObject(object.position(), object.id().text(), Reason.of("intel.object.future")));
        } else if (version == null && isOver(object)) {
            refused.add(new RefusedObject(object.position(), object.id().text(), Reason.of("intel.object.revoked")));
        } else if (version == null) {
            if (object.revoked()) {
                over(object.id().text(), object.bringer(), object.modified());
            }
            var row = new Row(ids.get(), object, object.marked().orElse(unmarked));
            fresh.add(row);
            entries.add(new BundleStore.Entry(object.position(), row.id(), false));
        } else if (version.content().equals(object.content())) {
            if (!version.bundle().equals(bundle)) { // what stands in a file twice is taken once
                entries.add(new BundleStore.Entry(object.position(), version.id(), true));
            }
        } else {
            refused.add(
                    new RefusedObject(object.position(), object.id().text(), Reason.of("intel.object.contradiction")));
        }
    }

    /** What the keeper's own machines bring again is known, whoever brought it first: they pass on what others say. */
    private @Nullable Version known(StixObject object) {
        var version = held.get(key(object));
        return version == null && object.bringer().filter(kept.keeper()::equals).isPresent()
                ? contents.get(object.id() + " " + object.content())
                : version;
    }

    private void over(String id, Optional<UUID> bringer, Optional<Instant> modified) {
        modified.ifPresent(at -> over.computeIfAbsent(id, each -> new HashMap<>())
                .merge(bringer, at, (one, other) -> one.isBefore(other) ? one : other));
    }

    /** What is revoked gets no newer version that says otherwise, from whomever the word speaks for. */
    private boolean isOver(StixObject object) {
        return !object.revoked()
                && over.getOrDefault(object.id().text(), Map.of()).entrySet().stream()
                        .filter(each -> speaksFor(each.getKey(), object.bringer()))
                        .anyMatch(each -> object.modified()
                                .filter(each.getValue()::isBefore)
                                .isPresent());
    }

    /** As in the database: people speak for all, machines for their organisation, the keeper's own also for its people. */
    private boolean speaksFor(Optional<UUID> bringer, Optional<UUID> other) {
        return bringer.isEmpty()
                || bringer.equals(other)
                || other.isEmpty() && bringer.filter(kept.keeper()::equals).isPresent();
    }

    List<UUID> known() {
        return entries.stream()
                .filter(BundleStore.Entry::known)
                .map(BundleStore.Entry::object)
                .toList();
    }

    /** A dated object is one version by its date; an undated one by its content. */
    private static String key(StixObject object) {
        return object.bringer() + " " + object.id() + " "
                + object.modified().map(Object::toString).orElse(object.content());
    }

    private static String key(Version version) {
        return version.bringer() + " " + version.stixId() + " "
                + version.modified().map(Object::toString).orElse(version.content());
    }
}
