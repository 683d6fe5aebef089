package noroshi.intel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Checks an object against the property tables of STIX 2.1. What the specification demands is refused where it is broken;
 * what it recommends, and what real sources do against it without harm, is remarked.
 */
final class StixSpecification {
    private static final StixShape COMMON = StixTable.common("common");
    private static final Map<String, StixKind> CUSTOM = together(COMMON, StixTable.common("observables"));
    private static final Map<String, Map<String, StixKind>> KINDS = Arrays.stream(StixType.values())
            .collect(Collectors.toUnmodifiableMap(
                    StixType::written,
                    type -> together(
                            COMMON,
                            StixTable.common(type.family() == StixFamily.OBSERVABLE ? "observables" : "others"),
                            StixTable.of(type.written()).orElseThrow())));
    private static final StixKind TEXT = Objects.requireNonNull(StixKind.PLAIN.get("string"));

    /** Section 3.8; {@code action} of a course of action among them. */
    private static final Set<String> RESERVED = Set.of("severity", "username", "phone_number", "action");

    /** Names of hash algorithms without the signs that people leave away. */
    private static final Map<String, String> HASHES = StixKind.HashValues.DIGITS.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(StixSpecification::bare, name -> name));

    private StixSpecification() {}

    /** Checks an object whose type, id and required properties are known to be right; throws with the reason. */
    static void check(JsonNode object) {
        var type = object.path("type").stringValue();
        var kinds = kinds(type);
        var defanged = object.path("defanged").asBoolean(false);
        for (var property : object.properties()) {
            var name = property.getKey();
            var kind = kinds.get(name);
            if (kind == null) {
                if (!StixForm.property(name)) {
                    throw new Broken("intel.object.name", Plain.line(name));
                }
            } else {
                var unformed = defanged && kind instanceof StixKind.Formed && name.equals("value");
                StixKind.check(unformed ? TEXT : kind, StixPath.of(name), property.getValue());
            }
        }
        for (var rule : StixTable.of(type).orElse(COMMON).rules()) {
            rule.check(null, object);
        }
        checkSelectors(object);
    }

    /** Of all properties that an object of the type may have; of a type that is not known, of those that all have. */
    private static Map<String, StixKind> kinds(String type) {
        return KINDS.getOrDefault(type, CUSTOM);
    }

    private static Map<String, StixKind> together(StixShape... tables) {
        var kinds = new HashMap<String, StixKind>();
        for (var table : tables) {
            kinds.putAll(table.properties());
        }
        return kinds;
    }

    /** Section 7.2.3: what is selected must be there. */
    private static void checkSelectors(JsonNode object) {
        for (var marking : object.path("granular_markings").values()) {
            for (var selector : marking.path("selectors").values()) {
                if (!selects(object, selector.stringValue())) {
                    throw new Broken("intel.object.selector", Plain.line(selector.stringValue()));
                }
            }
        }
    }

    private static boolean selects(JsonNode object, String selector) {
        var place = object;
        for (var step : selector.split("\\.", -1)) {
            place = place.isArray() ? entry(place, step) : place.path(step);
        }
        return !place.isMissingNode();
    }

    private static JsonNode entry(JsonNode list, String step) {
        var index = step.matches("\\[\\d{1,6}]") ? Integer.parseInt(step.substring(1, step.length() - 1)) : -1;
        return list.path(index);
    }

    /** What deserves a look in an object that was taken. */
    static List<Reason> remarks(JsonNode object) {
        var kinds = kinds(object.path("type").asString(""));
        var remarks = new ArrayList<Reason>();
        for (var property : object.properties()) {
            var name = property.getKey();
            var value = property.getValue();
            var kind = kinds.get(name);
            if (kind == null && StixForm.isShort(name)) {
                remarks.add(Reason.of("intel.remark.short", name));
            }
            if (RESERVED.contains(name)) {
                remarks.add(Reason.of("intel.remark.reserved", name));
            } else if (kind == null && (value.isNull() || value.isContainer() && value.isEmpty())) {
                remarks.add(Reason.of("intel.remark.empty", name));
            } else if (kind instanceof StixKind.HashValues) {
                remarks.addAll(ofHashes(value));
            } else if (kind instanceof StixKind.Dictionary) {
                value.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(key -> !StixForm.key(key))
                        .map(key -> Reason.of("intel.remark.key", key, name))
                        .forEach(remarks::add);
            }
        }
        return remarks;
    }

    private static List<Reason> ofHashes(JsonNode hashes) {
        return hashes.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> HASHES.containsKey(bare(name)) && !HASHES.containsValue(name))
                .map(name -> Reason.of("intel.remark.hash-name", name))
                .toList();
    }

    private static String bare(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
