package noroshi.intel.lists;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;

/**
 * What an event of a feed said to a machine.
 *
 * @param head digest of its title and label
 * @param at when it changed last; nothing if it was never said
 * @param attributes by the value
 */
record Told(String head, Optional<Instant> at, Map<UUID, Attribute> attributes) {
    static final Told NOTHING = new Told("", Optional.empty(), Map.of());

    Told {
        attributes = Map.copyOf(attributes);
    }

    /**
     * What it said of a value.
     *
     * @param state digest of all that was said of it
     * @param given whether the machine loaded the event with it
     */
    record Attribute(
            IndicatorType type, String text, Tlp tlp, String state, boolean deleted, boolean given, Instant at) {}
}
