package noroshi.intel.drop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import noroshi.intel.OwnStix;
import tools.jackson.databind.json.JsonMapper;

/** Writes values as patterns and as observed objects of STIX. */
final class Patterns {
    private Patterns() {}

    /** Each value by itself is enough. */
    static String of(List<Test> tests) {
        return tests.stream()
                .map(test -> "[" + test.path() + " = " + literal(test) + "]")
                .collect(Collectors.joining(" OR "));
    }

    private static String literal(Test test) {
        var value = test.form().value();
        return test.path().equals("autonomous-system:number") ? value : OwnStix.literal(value);
    }

    /** Whether an object can be written of it without claiming more than the source says. */
    static boolean canBeObserved(Test test) {
        return !test.path().startsWith("network-traffic:") && !test.path().startsWith("email-message:");
    }

    /** The observed object, under the id that everybody gives it. */
    static Map<String, Object> observed(Test test, String fileName) {
        var type = test.path().substring(0, test.path().indexOf(':'));
        var property = test.path().substring(test.path().indexOf(':') + 1);
        var identity = new TreeMap<String, Object>();
        var value = test.form().value();
        if (property.startsWith("hashes.")) {
            identity.put("hashes", Map.of(property.substring(7).replace("'", ""), value));
            if (type.equals("file") && !fileName.isEmpty()) {
                identity.put("name", fileName);
            }
        } else if (property.equals("number")) {
            identity.put(property, Long.parseLong(value));
        } else {
            identity.put(property, value);
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", type + "--" + OwnStix.observed(JsonMapper.shared().writeValueAsString(identity)));
        object.putAll(identity);
        return object;
    }
}
