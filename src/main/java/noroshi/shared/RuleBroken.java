package noroshi.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A rule of the domain forbids the act; the key names the rule. */
public final class RuleBroken extends Refusal {
    public RuleBroken(String key, Object... arguments) {
        super(key, arguments);
    }

    /** Does it to each; what rules forbid is told of all of them at the end, and not of the first alone. */
    public static <T> void afterAll(Iterable<T> all, Consumer<T> act) {
        var broken = new ArrayList<RuleBroken>();
        for (var each : all) {
            try {
                act.accept(each);
            } catch (RuleBroken refusal) {
                broken.add(refusal);
            }
        }
        if (!broken.isEmpty()) {
            var first = broken.getFirst();
            broken.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** This one and those that were broken together with it. */
    public List<RuleBroken> all() {
        var others = Arrays.stream(getSuppressed())
                .filter(RuleBroken.class::isInstance)
                .map(RuleBroken.class::cast);
        return Stream.concat(Stream.of(this), others).toList();
    }
}
