package noroshi.intel;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The property tables of STIX 2.1 as they stand in {@code stix-2.1.txt}. */
final class StixTable {
    private static final String FILE = "/noroshi/intel/stix-2.1.txt";
    private static final Pattern HEAD = Pattern.compile("(?:type|part|extension) [a-z0-9-]+ \\d");
    private static final StixTable STIX = new StixTable(lines());

    private final Map<String, List<String>> terms = new HashMap<>();
    private final Map<String, StixShape> parts = new HashMap<>();
    private final Map<String, StixShape> extensions = new HashMap<>();
    private final Map<String, StixShape> types = new HashMap<>();

    private StixTable(List<String> lines) {
        var section = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("enum ")) {
                var words = line.split(": ", 2);
                terms.put(words[0].substring(5), List.of(words[1].split(" ")));
            } else if (HEAD.matcher(line).lookingAt()) {
                close(section);
                section.clear();
                section.add(line);
            } else {
                section.add(line);
            }
        }
        close(section);
    }

    private static List<String> lines() {
        try (var file = StixTable.class.getResourceAsStream(FILE)) {
            return new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The table of a type; none for one that the specification does not know. */
    static Optional<StixShape> of(String type) {
        return Optional.ofNullable(STIX.types.get(type));
    }

    /** What every object may have, what an observed object may have besides, and what no other may. */
    static StixShape common(String part) {
        return requireNonNull(STIX.parts.get(part));
    }

    /** All tables: types, parts and extensions. */
    static List<StixShape> all() {
        var all = new ArrayList<>(STIX.types.values());
        all.addAll(STIX.parts.values());
        all.addAll(STIX.extensions.values());
        return all;
    }

    private void close(List<String> section) {
        if (section.isEmpty()) {
            return;
        }
        var head = section.getFirst().split(" ");
        var shape = shape(head[1], head[2], section.subList(1, section.size()));
        switch (head[0]) {
            case "type" -> types.put(head[1], shape);
            case "part" -> parts.put(head[1], shape);
            default -> extensions.put(head[1], shape);
        }
    }

    private StixShape shape(String name, String section, List<String> lines) {
        var properties = new LinkedHashMap<String, StixKind>();
        var required = new HashSet<String>();
        var rules = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("! ")) {
                rules.add(line.substring(2));
            } else {
                var words = line.split(" +", 2);
                var property = words[0].replace("*", "");
                properties.put(property, kind(words[1]));
                if (words[0].endsWith("*")) {
                    required.add(property);
                }
            }
        }
        var own = Set.copyOf(properties.keySet());
        return new StixShape(
                name,
                section,
                properties,
                required,
                rules.stream().map(rule -> StixRule.of(rule, own)).toList());
    }

    private StixKind kind(String text) {
        if (text.equals("extensions")) {
            return new StixKind.Extensions(
                    extensions, new StixKind.Term(requireNonNull(terms.get("extension-type-enum"))));
        }
        var plain = StixKind.PLAIN.get(text);
        if (plain != null) {
            return plain;
        }
        var words = text.split(" ", 2);
        var rest = words[1];
        return switch (words[0]) {
            case "list" -> new StixKind.Several(kind(rest.substring(3)));
            case "dictionary" -> new StixKind.Dictionary(kind(rest.substring(3)));
            case "integer" -> whole(rest.split("\\.\\.", -1));
            case "float" -> number(rest.split("\\.\\.", -1));
            case "enum" -> new StixKind.Term(requireNonNull(terms.get(rest)));
            case "form" -> new StixKind.Formed(StixForm.valueOf(rest.toUpperCase(Locale.ROOT)));
            case "part" -> new StixKind.Part(() -> requireNonNull(parts.get(rest)));
            case "ref" ->
                new StixKind.Reference(new StixReferred(
                        new HashSet<>(Arrays.asList(rest.substring(3).split(" ")))));
            default -> throw new IllegalStateException(text);
        };
    }

    private static StixKind whole(String[] ends) {
        return new StixKind.Whole(
                Long.parseLong(ends[0]), ends[1].isEmpty() ? StixKind.Whole.MOST : Long.parseLong(ends[1]));
    }

    private static StixKind number(String[] ends) {
        return new StixKind.Number(
                Double.parseDouble(ends[0]), ends[1].isEmpty() ? Double.MAX_VALUE : Double.parseDouble(ends[1]));
    }
}
