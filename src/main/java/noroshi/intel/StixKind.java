package noroshi.intel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The types of values in STIX 2.1 (section 2); each throws with the reason where a value is none of it. */
sealed interface StixKind {
    void check(StixPath at, JsonNode value);

    /** No type has a null: what has no value is left out. */
    static void check(StixKind kind, StixPath at, JsonNode value) {
        if (value.isNull()) {
            throw new Broken("intel.object.null", at);
        }
        kind.check(at, value);
    }

    private static String text(StixPath at, JsonNode value) {
        if (!value.isString()) {
            throw new Broken("intel.object.not-text", at);
        }
        return value.stringValue();
    }

    /** Checked elsewhere. */
    record Any() implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            // nothing to ask
        }
    }

    /** A common property that this type of object must not have (section 3.2). */
    record Absent() implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            throw new Broken("intel.object.not-here", at);
        }
    }

    /** Section 2.15, and open vocabularies (section 2.14). */
    record Text() implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            text(at, value);
        }
    }

    /** A text in a form that its property asks for. */
    record Formed(StixForm form) implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            var text = text(at, value);
            if (!form.fits(text)) {
                throw new Broken("intel.object.form", at, Plain.line(text), form.example());
            }
        }
    }

    /** Section 2.2. */
    record Flag() implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            if (!value.isBoolean()) {
                throw new Broken("intel.object.not-flag", at);
            }
        }
    }

    /** Section 2.16. */
    record Time() implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            var text = text(at, value);
            if (StixTime.parse(text).isEmpty()) {
                throw new Broken("intel.object.time", at, Plain.line(text));
            }
        }
    }

    /** Section 2.10: at most 54 bits, where nothing else is said. */
    record Whole(long least, long most) implements StixKind {
        static final long MOST = (1L << 53) - 1;

        @Override
        public void check(StixPath at, JsonNode value) {
            if (!value.isIntegralNumber()
                    || !value.canConvertToLong()
                    || value.longValue() < least
                    || value.longValue() > most) {
                throw new Broken("intel.object.number-range", at, least, most);
            }
        }
    }

    /** Section 2.6. */
    record Number(double least, double most) implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            if (!value.isNumber()) {
                throw new Broken("intel.object.not-number", at);
            }
            if (value.doubleValue() < least || value.doubleValue() > most) {
                throw new Broken("intel.object.beyond", at, value.doubleValue());
            }
        }
    }

    /** Section 2.4. */
    record Term(List<String> terms) implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            var text = text(at, value);
            if (!terms.contains(text)) {
                throw new Broken("intel.object.not-term", at, Plain.line(text), String.join(", ", terms));
            }
        }
    }

    /** Section 2.12: never empty. */
    record Several(StixKind kind) implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            if (!value.isArray() || value.isEmpty()) {
                throw new Broken("intel.object.not-list", at);
            }
            for (var i = 0; i < value.size(); i++) {
                StixKind.check(kind, at.at(i), value.get(i));
            }
        }
    }

    /** Section 2.3: never empty; a remark and no refusal for keys of other letters, which real systems have. */
    record Dictionary(StixKind kind) implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            if (!value.isObject() || value.isEmpty()) {
                throw new Broken("intel.object.not-dictionary", at);
            }
            for (var entry : value.properties()) {
                StixKind.check(kind, at.to(entry.getKey()), entry.getValue());
            }
        }
    }

    /** Section 2.7: the values of the algorithms that STIX names are as long as these are. */
    record HashValues() implements StixKind {
        static final Map<String, Integer> DIGITS =
                Map.of("MD5", 32, "SHA-1", 40, "SHA-256", 64, "SHA-512", 128, "SHA3-256", 64, "SHA3-512", 128);

        @Override
        public void check(StixPath at, JsonNode value) {
            if (!value.isObject() || value.isEmpty()) {
                throw new Broken("intel.object.not-dictionary", at);
            }
            for (var entry : value.properties()) {
                var name = entry.getKey();
                if (!StixForm.key(name) || StixForm.isShort(name)) {
                    throw new Broken("intel.object.key", at, Plain.line(name));
                }
                var hash = text(at.to(name), entry.getValue());
                var digits = DIGITS.get(name);
                if (digits != null && (hash.length() != digits || !StixForm.hexadecimal(hash)) || hash.isBlank()) {
                    throw new Broken("intel.object.hash", at.to(name), Plain.line(hash));
                }
            }
        }
    }

    /** Section 2.9: of one of the types, or of any. */
    record Reference(StixReferred referred) implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            var id = StixId.parse(value.isString() ? value.stringValue() : "")
                    .orElseThrow(() -> new Broken("intel.object.reference", at, Plain.line(value.asString(""))));
            if (!referred.holds(id.type())) {
                throw new Broken("intel.object.reference-type", at, Plain.line(id.text()), referred);
            }
        }
    }

    /** An object inside another. */
    record Part(Supplier<StixShape> shape) implements StixKind {
        @Override
        public void check(StixPath at, JsonNode value) {
            shape.get().check(at, value);
        }
    }

    /** Extensions of an object (sections 3.2 and 7.3): predefined ones by their tables. */
    record Extensions(Map<String, StixShape> predefined, StixKind kinds) implements StixKind {
        private static final String TYPE = "extension_type";

        @Override
        public void check(StixPath at, JsonNode value) {
            new Dictionary(new Any()).check(at, value);
            for (var entry : value.properties()) {
                var place = at.to(entry.getKey());
                var extension = entry.getValue();
                if (!extension.isObject() || extension.isEmpty()) {
                    throw new Broken("intel.object.not-dictionary", place);
                }
                if (extension.has(TYPE)) {
                    StixKind.check(kinds, place.to(TYPE), extension.get(TYPE));
                }
                var shape = predefined.get(entry.getKey());
                if (shape != null) {
                    shape.check(place, extension);
                }
            }
        }
    }

    /** The kinds without anything to choose. */
    Map<String, StixKind> PLAIN = Map.ofEntries(
            Map.entry("any", new Any()),
            Map.entry("absent", new Absent()),
            Map.entry("string", new Text()),
            Map.entry("open", new Text()),
            Map.entry("boolean", new Flag()),
            Map.entry("timestamp", new Time()),
            Map.entry("integer", new Whole(-Whole.MOST - 1, Whole.MOST)),
            Map.entry("float", new Number(-Double.MAX_VALUE, Double.MAX_VALUE)),
            Map.entry("binary", new Formed(StixForm.BINARY)),
            Map.entry("hex", new Formed(StixForm.HEX)),
            Map.entry("hashes", new HashValues()),
            Map.entry("dictionary", new Dictionary(new Any())),
            Map.entry("ref", new Reference(new StixReferred(Set.of()))));
}
