package noroshi.desk;

import java.util.Optional;
import java.util.stream.Stream;
import noroshi.shared.RuleBroken;

/**
 * How grave it is for society, 0 to 4, judged from three viewpoints.
 *
 * @param continuity of the service
 * @param safety of the service
 * @param other such as the loss of trust
 */
public record Severity(int continuity, int safety, int other) {
    private static final int GRAVEST = 4;

    public Severity {
        if (Stream.of(continuity, safety, other).anyMatch(level -> level < 0 || level > GRAVEST)) {
            throw new RuleBroken("desk.choice");
        }
    }

    /** All three viewpoints, or none of them yet. */
    public static Optional<Severity> of(
            Optional<Integer> continuity, Optional<Integer> safety, Optional<Integer> other) {
        var said =
                Stream.of(continuity, safety, other).filter(Optional::isPresent).count();
        if (said == 0) {
            return Optional.empty();
        }
        if (said < 3) {
            throw new RuleBroken("desk.severity-incomplete");
        }
        return Optional.of(new Severity(continuity.orElseThrow(), safety.orElseThrow(), other.orElseThrow()));
    }

    /** The gravest of the three is what counts. */
    public int level() {
        return Math.max(continuity, Math.max(safety, other));
    }
}
