package noroshi.intel;

import java.util.Comparator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The meaning of a JSON object as one hash: order of properties, spacing and number spelling do not count. */
final class Content {
    private Content() {}

    static String hash(JsonNode tree) {
        var text = new StringBuilder();
        write(tree, text);
        return Json.sha256(text.toString());
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            out.append('{');
            node.properties().stream()
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .forEach(property -> {
                        out.append(property.getKey().length()).append(property.getKey());
                        write(property.getValue(), out);
                    });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.values().forEach(value -> write(value, out));
            out.append(']');
        } else if (node.isNumber()) {
            out.append(node.decimalValue().stripTrailingZeros()).append(',');
        } else {
            out.append(node).append(',');
        }
    }
}
