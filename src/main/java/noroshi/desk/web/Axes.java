package noroshi.desk.web;

import java.util.Optional;
import noroshi.desk.Cause;
import noroshi.desk.Classification;
import noroshi.desk.Effect;
import noroshi.desk.Rsit;
import noroshi.desk.Severity;
import noroshi.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/** The axes of a classification as a form sends them: what was not chosen is empty. */
record Axes(
        @Nullable String cause,
        @Nullable String effect,
        @Nullable String rsit,
        @Nullable String continuity,
        @Nullable String safety,
        @Nullable String other) {

    Classification classification() {
        return new Classification(
                chosen(Cause.class, cause),
                chosen(Effect.class, effect),
                chosen(Rsit.class, rsit),
                Severity.of(level(continuity), level(safety), level(other)));
    }

    private static <E extends Enum<E>> Optional<E> chosen(Class<E> axis, @Nullable String value) {
        try {
            return value == null || value.isEmpty() ? Optional.empty() : Optional.of(Enum.valueOf(axis, value));
        } catch (IllegalArgumentException unknown) {
            throw new RuleBroken("desk.choice");
        }
    }

    private static Optional<Integer> level(@Nullable String value) {
        try {
            return value == null || value.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException unknown) {
            throw new RuleBroken("desk.choice");
        }
    }
}
