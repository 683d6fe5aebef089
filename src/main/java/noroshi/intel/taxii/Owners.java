package noroshi.intel.taxii;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Who brought which object first, on each shelf of a collection: its next versions are that organisation's to bring. */
final class Owners {
    private record Owner(Optional<UUID> keeper, UUID source) {}

    private final Map<String, Map<Integer, Owner>> known = new HashMap<>();
    private Map<String, UUID> given = Map.of();

    /** To whom the Centre gave some of them, whoever was first. */
    void given(Map<String, UUID> objects) {
        given = Map.copyOf(objects);
    }

    boolean givenToAnother(String id, UUID bringer) {
        var owner = given.get(id);
        return owner != null && !owner.equals(bringer);
    }

    void first(String id, int shelf, Optional<UUID> keeper, UUID source) {
        known.computeIfAbsent(id, each -> new HashMap<>()).putIfAbsent(shelf, new Owner(keeper, source));
    }

    /**
     * Whether the object is another's. What stands only where its bringer cannot see says nothing.
     *
     * @param shelf where it would stand
     * @param named the keepers whose shelves the bringer reads because they named it
     */
    boolean others(String id, int shelf, UUID bringer, Supplier<Set<UUID>> named) {
        if (given.containsKey(id)) {
            return givenToAnother(id, bringer);
        }
        var places = known.getOrDefault(id, Map.of());
        var here = Optional.ofNullable(places.get(shelf));
        return here.map(owner -> !owner.source().equals(bringer))
                .orElseGet(() -> places.values().stream()
                        .filter(owner -> !owner.source().equals(bringer))
                        .anyMatch(owner -> owner.keeper().isEmpty()
                                || named.get().contains(owner.keeper().get())));
    }
}
