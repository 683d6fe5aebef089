package noroshi.intel.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.UUID;
import noroshi.intel.Received;

/** Which objects are revoked, and where: STIX knows no version after the one that says so. */
final class Revocations {
    private record Place(Optional<UUID> keeper, long version) {}

    private final Map<String, Map<Integer, Place>> places = new HashMap<>();

    void known(Before.Version known) {
        if (known.revoked()) {
            stands(known.id(), known.shelf(), known.keeper(), known.version());
        }
    }

    void arrives(Received.Fit fit, int shelf, Optional<UUID> keeper) {
        if (fit.gist().revoked()) {
            fit.version().ifPresent(version -> stands(fit.id(), shelf, keeper, Stamp.micros(version)));
        }
    }

    /** The first of several counts. */
    private void stands(String id, int shelf, Optional<UUID> keeper, long version) {
        places.computeIfAbsent(id, each -> new HashMap<>())
                .merge(
                        shelf,
                        new Place(keeper, version),
                        (one, other) -> one.version() <= other.version() ? one : other);
    }

    /** The version that leaves no room for a newer one, where its source stands; what says the same may follow. */
    Optional<Long> before(Received.Fit fit, int shelf, UUID source) {
        if (fit.gist().revoked() || places.isEmpty()) {
            return Optional.empty();
        }
        var version = fit.version().map(Stamp::micros).orElse(Long.MIN_VALUE);
        return places.getOrDefault(fit.id(), Map.of()).entrySet().stream()
                .filter(each -> each.getKey() == shelf
                        || each.getValue()
                                .keeper()
                                .filter(keeper -> !keeper.equals(source))
                                .isEmpty())
                .map(each -> each.getValue().version())
                .filter(over -> over < version)
                .min(Long::compare);
    }

    /** The objects of an envelope as they stand there, but what revokes one before what would be newer. */
    static SequencedCollection<Received> first(List<Received> objects) {
        var words = new HashMap<String, TreeMap<Instant, List<Received>>>();
        for (var object : objects) {
            if (object instanceof Received.Fit fit && fit.gist().revoked()) {
                fit.version()
                        .ifPresent(at -> words.computeIfAbsent(fit.id(), id -> new TreeMap<>())
                                .computeIfAbsent(at, version -> new ArrayList<>())
                                .add(fit));
            }
        }
        if (words.isEmpty()) {
            return objects;
        }
        var ordered = new LinkedHashSet<Received>();
        for (var object : objects) {
            if (object instanceof Received.Fit fit && !fit.gist().revoked()) {
                var older = words.getOrDefault(fit.id(), new TreeMap<>())
                        .headMap(fit.version().orElse(Instant.MIN));
                older.values().forEach(ordered::addAll);
                older.clear();
            }
            ordered.add(object);
        }
        return ordered;
    }
}
