package noroshi.intel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One property table of STIX 2.1, and the sentences around it.
 *
 * @param section of STIX 2.1
 * @param properties with what each must be
 * @param required that must be there; of whole objects {@link StixType} says so
 * @param rules between properties
 */
record StixShape(
        String name, String section, Map<String, StixKind> properties, Set<String> required, List<StixRule> rules) {
    StixShape {
        properties = Map.copyOf(properties);
        required = Set.copyOf(required);
        rules = List.copyOf(rules);
    }

    /** Checks what stands inside another object; names that the table does not have are somebody's own. */
    void check(StixPath at, JsonNode part) {
        if (!part.isObject() || part.isEmpty()) {
            throw new Broken("intel.object.not-dictionary", at);
        }
        for (var property : part.properties()) {
            var kind = properties.get(property.getKey());
            if (kind != null) {
                StixKind.check(kind, at.to(property.getKey()), property.getValue());
            }
        }
        for (var name : required) {
            if (!part.has(name)) {
                throw new Broken("intel.object.missing", at.to(name));
            }
        }
        rules.forEach(rule -> rule.check(at, part));
    }
}
