package noroshi.desk;

import java.util.Optional;

/** What it was, on its axes: all of it may wait until the end. */
public record Classification(
        Optional<Cause> cause, Optional<Effect> effect, Optional<Rsit> rsit, Optional<Severity> severity) {
    public static final Classification NONE =
            new Classification(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
