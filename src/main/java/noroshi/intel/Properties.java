package noroshi.intel;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads properties of an object in the shape STIX gives them. */
final class Properties {
    private Properties() {}

    /** There, and neither null nor an empty text, list or dictionary. */
    static boolean isPresent(JsonNode object, String name) {
        var value = object.path(name);
        var empty = value.isString() ? value.stringValue().isBlank() : value.isContainer() && value.isEmpty();
        return !value.isMissingNode() && !value.isNull() && !empty;
    }

    static Optional<String> text(JsonNode object, String name) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new Broken("intel.object.not-text", name);
        }
        return value.stringValue().isBlank() ? Optional.empty() : Optional.of(value.stringValue());
    }

    static Optional<Instant> time(JsonNode object, String name) {
        return text(object, name)
                .map(text -> StixTime.parse(text)
                        .orElseThrow(() -> new Broken("intel.object.time", name, Plain.line(text))));
    }

    static Optional<Integer> whole(JsonNode object, String name, int least, int most) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new Broken("intel.object.number-range", name, least, most);
        }
        return Optional.of(value.intValue());
    }
}
