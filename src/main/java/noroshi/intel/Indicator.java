package noroshi.intel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A value that an indicator in the library looks for.
 *
 * @param path where in the observed object the value stands
 * @param alone whether this value alone fulfils the pattern
 * @param harmless whether the indicator calls it nothing to block
 */
public record Indicator(
        UUID object,
        IndicatorType type,
        String path,
        String value,
        boolean alone,
        boolean harmless,
        String patternType,
        Instant validFrom,
        Optional<Instant> validUntil,
        Optional<Integer> confidence,
        List<Reason> remarks) {
    public Indicator {
        remarks = List.copyOf(remarks);
    }

    /** The value written so that nobody opens it by mistake. */
    public String defanged() {
        return type.harmless(value);
    }
}
