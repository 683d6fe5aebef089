package noroshi.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that came and could not be taken.
 *
 * @param id hash of what came, as hexadecimal digits
 * @param cut whether only its beginning was kept
 */
public record Quarantined(
        String id,
        String stixId,
        String reason,
        List<String> arguments,
        String raw,
        boolean cut,
        Instant firstAt,
        Instant lastAt,
        int times,
        Optional<Decided> decided) {
    /** The reason of what a provider refused from us. */
    static final String REFUSED_THERE = "provider.fault.refused";

    public Quarantined {
        arguments = List.copyOf(arguments);
    }

    /** What became of it. */
    public enum Decision {
        TAKEN,
        THROWN_AWAY
    }

    /** Who decided, when and why. */
    public record Decided(Decision decision, UUID by, Instant at, String why) {}

    /** Whether it came to us, and whole. */
    public boolean mayBeTaken() {
        return decided.isEmpty() && !cut && !reason.equals(REFUSED_THERE) && !raw.isBlank();
    }

    /** Whether what was kept is the object that was refused; what was refused without an id may be any. */
    boolean isItself() {
        if (stixId.isEmpty() || stixId.startsWith("objects[")) {
            return true;
        }
        try {
            return JsonMapper.shared().readTree(raw).path("id").asString("").equals(stixId);
        } catch (JacksonException malformed) {
            return false;
        }
    }
}
