package noroshi.topic;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Draws among things in the order they came to be, whatever their ids: so that a seed tells the whole history. */
final class Lots {
    private final Random random;
    private final Map<UUID, Integer> known = new HashMap<>();

    Lots(Random random) {
        this.random = random;
    }

    UUID born(UUID id) {
        known.put(id, known.size());
        return id;
    }

    UUID born() {
        return born(UUID.randomUUID());
    }

    /** What was never born comes first. */
    Comparator<UUID> order() {
        return Comparator.comparing(id -> known.getOrDefault(id, -1));
    }

    UUID any(Collection<UUID> choices) {
        var list = choices.stream().sorted(order()).toList();
        return list.get(random.nextInt(list.size()));
    }
}
