package noroshi.intel;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks every value inside an object: what no system can keep is refused, what ours changes is remarked. */
final class JsonValues {
    private static final int LARGEST_EXPONENT = 308;

    private boolean nul;

    private JsonValues() {}

    /** Throws for a number beyond double precision range or broken text; remarks a NUL character. */
    static List<Reason> check(JsonNode tree) {
        var values = new JsonValues();
        values.visit(tree);
        return values.nul ? List.of(Reason.of("intel.remark.nul")) : List.of();
    }

    private void visit(JsonNode node) {
        if (node.isString()) {
            text(node.stringValue());
        } else if (node.isNumber()) {
            number(node);
        } else if (node.isObject()) {
            for (var property : node.properties()) {
                text(property.getKey());
                visit(property.getValue());
            }
        } else {
            node.values().forEach(this::visit);
        }
    }

    private static void number(JsonNode node) {
        var value = node.decimalValue();
        var exponent = value.signum() == 0 ? 0 : (long) value.precision() - value.scale();
        if (Math.abs(exponent) > LARGEST_EXPONENT || Math.abs((long) value.scale()) > 2L * LARGEST_EXPONENT) {
            throw new Broken("intel.object.number");
        }
    }

    private void text(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            nul |= c == 0;
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Broken("intel.object.text");
            }
        }
    }
}
