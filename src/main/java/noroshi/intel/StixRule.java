package noroshi.intel;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What STIX 2.1 says of properties together; each throws with the reason where an object breaks it. */
sealed interface StixRule {
    /** @param at the part that is checked; none for a whole object */
    void check(@Nullable StixPath at, JsonNode part);

    private static boolean has(JsonNode part, List<String> names) {
        return names.stream().allMatch(part::has);
    }

    /** At least one of them; several names together count as one. */
    record OneOf(List<List<String>> choices, Set<String> own) implements StixRule {
        static final String ANY = "*";

        @Override
        public void check(@Nullable StixPath at, JsonNode part) {
            for (var choice : choices) {
                if (choice.equals(List.of(ANY)) ? own.stream().anyMatch(part::has) : has(part, choice)) {
                    return;
                }
            }
            var names = choices.getFirst().equals(List.of(ANY))
                    ? own.stream().sorted().toList()
                    : choices.stream().map(choice -> String.join(" + ", choice)).toList();
            var place = at == null ? "" : at + ": ";
            throw new Broken("intel.object.none-of", place + String.join(", ", names));
        }
    }

    record NotBoth(String one, String other) implements StixRule {
        @Override
        public void check(@Nullable StixPath at, JsonNode part) {
            if (part.has(one) && part.has(other)) {
                throw new Broken("intel.object.together", StixPath.beside(at, one), other);
            }
        }
    }

    record With(String one, List<String> others) implements StixRule {
        @Override
        public void check(@Nullable StixPath at, JsonNode part) {
            if (part.has(one)) {
                for (var other : others) {
                    if (!part.has(other)) {
                        throw new Broken("intel.object.needs", StixPath.beside(at, one), other);
                    }
                }
            }
        }
    }

    /** Times whose form is right already. */
    record Order(String first, String second, boolean mayBeEqual) implements StixRule {
        @Override
        public void check(@Nullable StixPath at, JsonNode part) {
            if (!part.has(first) || !part.has(second)) {
                return;
            }
            var start = StixTime.parse(part.path(first).asString(""));
            var end = StixTime.parse(part.path(second).asString(""));
            if (start.isPresent() && end.isPresent()) {
                var order = start.get().compareTo(end.get());
                if (order > 0 || order == 0 && !mayBeEqual) {
                    throw new Broken("intel.object.order", StixPath.beside(at, first), second);
                }
            }
        }
    }

    record Given(String flag, boolean value, boolean never, String name) implements StixRule {
        @Override
        public void check(@Nullable StixPath at, JsonNode part) {
            var given = part.path(flag);
            if (!given.isBoolean() || given.booleanValue() != value || part.has(name) != never) {
                return;
            }
            var condition = StixPath.beside(at, flag) + " = " + value;
            throw never
                    ? new Broken("intel.object.together", condition, name)
                    : new Broken("intel.object.needs", condition, name);
        }
    }

    /** Reads a line of the table. */
    static StixRule of(String line, Set<String> own) {
        var colon = line.indexOf(": ");
        var head = line.substring(0, colon).split(" ");
        var names = line.substring(colon + 2).split(" ");
        return switch (head[0]) {
            case "one" ->
                new OneOf(
                        Arrays.stream(names)
                                .map(name -> List.of(name.split("\\+")))
                                .toList(),
                        own);
            case "not" -> new NotBoth(names[0], names[1]);
            case "with" -> new With(head[1], List.of(names));
            case "order" -> new Order(names[0], names[2], names[1].equals("<="));
            case "if" -> {
                var flag = head[1].split("=");
                yield new Given(flag[0], Boolean.parseBoolean(flag[1]), head.length == 3, names[0]);
            }
            default -> throw new IllegalStateException(line);
        };
    }
}
