package noroshi.provider;

import java.time.Instant;
import java.util.List;

/** Something that came and could not be taken. */
public record Quarantined(
        String stixId, String reason, List<String> arguments, String raw, Instant firstAt, Instant lastAt, int times) {
    public Quarantined {
        arguments = List.copyOf(arguments);
    }
}
