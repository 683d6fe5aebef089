package noroshi.intel.pattern;

import java.util.List;
import java.util.stream.Collectors;

/** Where in an observed object a value stands, for example {@code file:hashes.'SHA-256'}. */
public record ObjectPath(String type, List<Step> steps) {
    public ObjectPath {
        steps = List.copyOf(steps);
    }

    /** One step of the path. */
    public sealed interface Step {
        record Property(String name) implements Step {}

        record Index(long number) implements Step {}

        record AnyIndex() implements Step {}
    }

    /** The path in one plain spelling: no quotes, no indexes. */
    public String plain() {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Property(var name)
                        ? java.util.stream.Stream.of(name)
                        : java.util.stream.Stream.empty())
                .collect(Collectors.joining(".", type + ":", ""));
    }
}
