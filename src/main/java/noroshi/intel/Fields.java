package noroshi.intel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import noroshi.intel.pattern.PatternReader;
import noroshi.intel.pattern.PatternReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Divides the fields of an object that leaves its source's circle: what has a closed vocabulary or a machine's format
 * passes by itself, whatever may hold words waits for a person.
 */
public final class Fields {
    private static final Set<String> TIMES = Set.of(
            "created",
            "modified",
            "valid_from",
            "valid_until",
            "first_seen",
            "last_seen",
            "first_observed",
            "last_observed",
            "published");

    private static final Set<String> FLAGS_AND_NUMBERS = Set.of(
            "revoked",
            "defanged",
            "is_family",
            "is_multipart",
            "confidence",
            "number_observed",
            "count",
            "summary",
            "size",
            "number",
            "src_port",
            "dst_port");

    private static final Set<String> FROM_VOCABULARIES = Set.of(
            "type",
            "indicator_types",
            "malware_types",
            "threat_actor_types",
            "tool_types",
            "report_types",
            "infrastructure_types",
            "identity_class",
            "roles",
            "sophistication",
            "resource_level",
            "primary_motivation",
            "secondary_motivations",
            "architecture_execution_envs",
            "sectors",
            "region",
            "context",
            "opinion",
            "result",
            "relationship_type",
            "pattern_type",
            "definition_type");

    private static final Map<String, Pattern> FORMS = Map.of(
            "spec_version", Pattern.compile("2\\.[01]"),
            "pattern_version", Pattern.compile("2\\.[01]"),
            "country", Pattern.compile("[A-Z]{2}"),
            "lang", Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?"));

    private static final Set<String> VALUES = Set.of("domain-name", "ipv4-addr", "ipv6-addr", "url", "email-addr");

    private static final Map<String, Pattern> HASHES = Map.of(
            "MD5", Pattern.compile("[0-9A-Fa-f]{32}"),
            "SHA-1", Pattern.compile("[0-9A-Fa-f]{40}"),
            "SHA-256", Pattern.compile("[0-9A-Fa-f]{64}"),
            "SHA-512", Pattern.compile("[0-9A-Fa-f]{128}"),
            "SHA3-256", Pattern.compile("[0-9A-Fa-f]{64}"),
            "SHA3-512", Pattern.compile("[0-9A-Fa-f]{128}"));

    private static final String COMPARISON = "(?:(?:domain-name|ipv4-addr|ipv6-addr|url|email-addr):value"
            + "|file:hashes\\.(?:'[A-Z0-9-]{3,10}'|\"[A-Z0-9-]{3,10}\"|MD5))\\s*+=\\s*+'(?:[^'\\\\]|\\\\.)*+'";

    private static final String OBSERVATION = "\\[\\s*+%1$s(?:\\s++(?:AND|OR)\\s++%1$s)*+\\s*+]".formatted(COMPARISON);

    private static final Pattern COMPARISONS =
            Pattern.compile("%1$s(?:\\s++(?:AND|OR|FOLLOWEDBY)\\s++%1$s)*+".formatted(OBSERVATION));

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,10}");
    private static final Pattern LABEL = Pattern.compile("TLP:(?:CLEAR|GREEN|AMBER|AMBER\\+STRICT|RED)");
    private static final Set<String> COLOURS = Set.of("white", "clear", "green", "amber", "amber+strict", "red");
    private static final String TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    private Fields() {}

    /**
     * What leaves.
     *
     * @param object as it leaves; none when what must not be missing is held back
     * @param left the fields that leave
     * @param cut the fields that wait for a person; what names the maker is not among them, for nobody can let it out
     */
    public record Divided(Optional<byte[]> object, List<String> left, List<String> cut) {
        public Divided {
            left = List.copyOf(left);
            cut = List.copyOf(cut);
        }
    }

    /**
     * Divides an object.
     *
     * @param released the fields that a person has let out
     * @param named whether it may say who made it
     */
    public static Divided divide(byte[] object, Set<String> released, boolean named) {
        var tree = (ObjectNode) Json.tree(new Slice(object, 0, object.length));
        var type = tree.path("type").asString("");
        var left = new ArrayList<String>();
        var cut = new ArrayList<String>();
        for (var property : tree.properties()) {
            var name = property.getKey();
            if (!named && names(type, name)) {
                continue;
            }
            if (released.contains(name) || passes(type, name, property.getValue(), tree, named)) {
                left.add(name);
            } else {
                cut.add(name);
            }
        }
        if (!whole(type, left)) {
            return new Divided(Optional.empty(), List.of(), cut);
        }
        return new Divided(Optional.of(left.size() == tree.size() ? object : Json.bytes(tree.retain(left))), left, cut);
    }

    /** Whether a field of such an object says who made it. */
    private static boolean names(String type, String name) {
        return name.equals("created_by_ref") || type.equals("identity");
    }

    /** Without the fields of an object that say who made it. */
    public static List<String> unnamed(String stixId, List<String> names) {
        var type = StixId.parse(stixId).map(StixId::type).orElse("");
        return names.stream().filter(name -> !names(type, name)).toList();
    }

    /** A version of our own that recipients take for newer than what they were brought before. */
    public static byte[] renewed(byte[] object) {
        var tree = (ObjectNode) Json.tree(new Slice(object, 0, object.length));
        Properties.time(tree, "modified")
                .ifPresent(modified -> tree.put("modified", OwnStix.text(modified.plusMillis(1))));
        return Json.bytes(tree);
    }

    /** Each of these fields with what stands in it, for a person to read. */
    public static Map<String, String> written(byte[] object, List<String> names) {
        var tree = Json.tree(new Slice(object, 0, object.length));
        var written = new LinkedHashMap<String, String>();
        for (var name : names) {
            var value = tree.path(name);
            written.put(
                    name,
                    value.isString()
                            ? value.stringValue()
                            : JsonMapper.shared()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(value));
        }
        return written;
    }

    private static boolean whole(String type, List<String> left) {
        return left.contains("type")
                && left.contains("id")
                && StixType.named(type).stream()
                        .flatMap(standard -> standard.required().stream())
                        .allMatch(names ->
                                List.of(names.split("\\|", -1)).stream().anyMatch(left::contains));
    }

    private static boolean passes(String type, String name, JsonNode value, JsonNode object, boolean named) {
        if (name.equals("type")) {
            return StixType.named(type).isPresent();
        }
        if (name.equals("id")) {
            return identifier(value);
        }
        if (name.endsWith("_ref")) {
            return reference(value, named);
        }
        if (name.endsWith("_refs")) {
            return each(value, each -> reference(each, named));
        }
        if (TIMES.contains(name)) {
            return time(object, name);
        }
        if (FLAGS_AND_NUMBERS.contains(name)) {
            return value.isBoolean() || value.isIntegralNumber() && value.canConvertToLong();
        }
        if (FROM_VOCABULARIES.contains(name)) {
            return value.isArray() ? each(value, Fields::word) : word(value);
        }
        return switch (name) {
            case "value" ->
                VALUES.contains(type) && Spelling.form(value.asString("")).isPresent();
            case "hashes" -> value.isObject() && value.properties().stream().allMatch(Fields::hash);
            case "pattern" -> pattern(object);
            case "kill_chain_phases" -> each(value, Fields::phase);
            case "name" -> name(type, value.asString(""));
            case "definition", "extensions" -> type.equals("marking-definition") && label(value);
            default ->
                Optional.ofNullable(FORMS.get(name))
                        .filter(form -> form.matcher(value.asString("")).matches())
                        .isPresent();
        };
    }

    private static boolean each(JsonNode list, Predicate<JsonNode> passes) {
        return list.isArray() && list.values().stream().allMatch(passes);
    }

    /** The type in front must be one of the specification: another is a word of somebody's own. */
    private static boolean identifier(JsonNode value) {
        return StixId.parse(value.asString(""))
                .filter(id ->
                        id.type().equals("bundle") || StixType.named(id.type()).isPresent())
                .isPresent();
    }

    /** Who was seen to be hit is as much a word as who made it. */
    private static boolean reference(JsonNode value, boolean named) {
        return identifier(value) && (named || !value.stringValue().startsWith("identity--"));
    }

    private static boolean time(JsonNode object, String name) {
        try {
            return Properties.time(object, name).isPresent();
        } catch (Broken none) {
            return false;
        }
    }

    private static boolean word(JsonNode value) {
        return value.isString() && Vocabulary.has(value.stringValue());
    }

    private static boolean phase(JsonNode phase) {
        return phase.isObject()
                && phase.properties().stream()
                        .allMatch(each -> word(each.getValue())
                                && (each.getKey().equals("kill_chain_name")
                                        || each.getKey().equals("phase_name")));
    }

    private static boolean hash(Map.Entry<String, JsonNode> entry) {
        var form = HASHES.get(entry.getKey());
        return form != null && form.matcher(entry.getValue().asString("")).matches();
    }

    private static boolean name(String type, String name) {
        return type.equals("vulnerability") && CVE.matcher(name).matches()
                || type.equals("marking-definition") && LABEL.matcher(name).matches();
    }

    /** The definition of a label, in either version of TLP. */
    private static boolean label(JsonNode value) {
        return value.isObject()
                && value.properties().stream().allMatch(each -> switch (each.getKey()) {
                    case "tlp", "tlp_2_0" -> COLOURS.contains(each.getValue().asString(""));
                    case "extension_type" -> each.getValue().asString("").equals("property-extension");
                    case TLP_EXTENSION -> label(each.getValue());
                    default -> false;
                });
    }

    /** A pattern that compares values of machines only: a comment in it, or any other text, is somebody's words. */
    private static boolean pattern(JsonNode indicator) {
        var pattern = indicator.path("pattern").asString("");
        if (!indicator.path("pattern_type").asString("").equals("stix")
                || !COMPARISONS.matcher(pattern).matches()
                || !(PatternReader.read(pattern) instanceof PatternReading.Understood understood)) {
            return false;
        }
        return PatternValues.of(understood.pattern()).stream()
                .map(IndicatorValue::type)
                .noneMatch(type -> type == IndicatorType.OTHER || type == IndicatorType.FILE_NAME);
    }
}
