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
    private Map<String, Set<UUID>> holders = Map.of();

    /** To whom the Centre gave some of them, whoever was first, and from whom. */
    void given(Map<String, UUID> objects, Map<String, Set<UUID>> from) {
        given = Map.copyOf(objects);
        holders = Map.copyOf(from);
    }

    boolean givenToAnother(String id, UUID bringer) {
        var owner = given.get(id);
        return owner != null && !owner.equals(bringer);
    }

    void first(String id, int shelf, Optional<UUID> keeper, UUID source) {
        var places = known.computeIfAbsent(id, each -> new HashMap<>());
        if (source.equals(given.get(id))) {
            places.put(shelf, new Owner(keeper, source));
        } else {
            places.putIfAbsent(shelf, new Owner(keeper, source));
        }
    }

    /**
     * Whether the object is another's. What stands only where its bringer cannot see says nothing: of what was given only
     * who had held it knows, and whoever sees its source's. Of what nobody has brought yet there is nothing to be learned.
     *
     * @param shelf where it would stand
     * @param named the keepers whose shelves the bringer reads because they named it
     */
    boolean others(String id, int shelf, UUID bringer, Supplier<Set<UUID>> named) {
        var places = known.getOrDefault(id, Map.of());
        var owner = given.get(id);
        if (owner != null) {
            if (owner.equals(bringer)) {
                return false;
            }
            if (places.isEmpty()
                    || holders.getOrDefault(id, Set.of()).contains(bringer)
                    || places.values().stream().anyMatch(place -> place.source().equals(owner) && seen(place, named))) {
                return true;
            }
        }
        var here = Optional.ofNullable(places.get(shelf));
        return here.map(place -> !place.source().equals(bringer))
                .orElseGet(() -> places.values().stream()
                        .filter(place -> !place.source().equals(bringer))
                        .anyMatch(place -> seen(place, named)));
    }

    private static boolean seen(Owner place, Supplier<Set<UUID>> named) {
        return place.keeper().isEmpty() || named.get().contains(place.keeper().get());
    }
}
