package noroshi.intel.taxii;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.Reason;
import noroshi.intel.StixType;
import noroshi.shared.Actor;

/** The lanes of a collection in one commit: those that are known, and those that it opens. */
final class Lanes {
    private static final int MOST = 500;
    private static final int MOST_OF_ONE = 50;
    private static final Reason FULL = Reason.said("intel.taxii.too-many-types", MOST);
    private static final Reason ENOUGH = Reason.said("intel.taxii.too-many-own-types", MOST_OF_ONE);

    private final LedgerStore store;
    private final UUID collection;
    private final Map<Lane.Key, Lane> known;
    private final Map<Lane.Key, Lane> opened = new HashMap<>();
    private final Map<UUID, Long> begun = new HashMap<>();

    Lanes(LedgerStore store, UUID collection, Map<Lane.Key, Lane> known) {
        this.store = store;
        this.collection = collection;
        this.known = known;
    }

    Map<Lane.Key, Lane> opened() {
        return opened;
    }

    /** One that is there. */
    Optional<Lane> known(Lane.Key key) {
        return Optional.ofNullable(known.get(key)).or(() -> Optional.ofNullable(opened.get(key)));
    }

    Optional<Lane> of(Lane.Key key, Actor actor) {
        var found = known(key);
        var custom = StixType.named(key.type()).isEmpty();
        if (found.isPresent() || (custom && (full(key.keeper()) || enough(key, actor)))) {
            return found;
        }
        var lane = store.open(collection, key, actor);
        begun.computeIfPresent(
                actor.organisation(), (by, n) -> custom && key.keeper().isEmpty() ? n + 1 : n);
        opened.put(key, lane);
        return Optional.of(lane);
    }

    /** Why there is none. */
    Reason refusal(Optional<UUID> keeper) {
        return full(keeper) ? FULL : ENOUGH;
    }

    /** Where all write, one organisation does not use up what is there for everybody. */
    private boolean enough(Lane.Key key, Actor actor) {
        return key.keeper().isEmpty()
                && begun.computeIfAbsent(actor.organisation(), by -> store.begun(collection, by)) >= MOST_OF_ONE;
    }

    /** A keeper with many types of its own leaves room for the others', and for those of the specification. */
    private boolean full(Optional<UUID> keeper) {
        return Stream.concat(known.keySet().stream(), opened.keySet().stream())
                        .filter(key -> key.keeper().equals(keeper)
                                && StixType.named(key.type()).isEmpty())
                        .count()
                >= MOST;
    }
}
