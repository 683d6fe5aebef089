package noroshi.intel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** The bundle around the objects: one walk finds where each object begins and ends, without building any. */
record Envelope(String id, List<Element> elements, boolean versionStated) {

    /** One entry of {@code objects}: where it stands in the file, its type and how many values it holds. */
    record Element(int position, Slice slice, String type, int parts) {}

    /** A STIX bundle. */
    static Envelope read(byte[] text) {
        return read(text, true);
    }

    /** What machines send: the same list of objects, without the rest of a bundle. */
    static Envelope ofMachines(byte[] text) {
        return read(text, false);
    }

    private static Envelope read(byte[] text, boolean bundle) {
        try (var parser = Json.walk(text)) {
            return new Walk(text, parser).whole(bundle);
        } catch (UnexpectedEndOfInputException end) {
            throw new Broken("intel.file.truncated", end.getLocation().getLineNr());
        } catch (StreamConstraintsException tooLarge) {
            throw new Broken("intel.file.value-too-large");
        } catch (JacksonException notJson) {
            var place = notJson.getLocation();
            throw new Broken("intel.file.not-json", place.getLineNr(), place.getColumnNr());
        }
    }

    private static final class Walk {
        private final byte[] text;

        private final JsonParser parser;

        private final Map<String, String> plain = new HashMap<>();

        private final Set<String> names = new HashSet<>();

        private final List<Element> elements = new ArrayList<>();

        Walk(byte[] text, JsonParser parser) {
            this.text = text;
            this.parser = parser;
        }

        Envelope whole(boolean bundle) {
            var first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                properties(bundle);
            } else {
                skip(first, 0);
            }
            if (parser.nextToken() != null) {
                throw new Broken("intel.file.trailing");
            }
            if (bundle) {
                checkIsBundle();
            } else if (!names.contains("objects")) {
                throw new Broken("intel.file.not-envelope");
            }
            return new Envelope(plain.getOrDefault("id", ""), elements, plain.containsKey("spec_version"));
        }

        private void properties(boolean bundle) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                if (!names.add(name)) {
                    throw new Broken("intel.file.duplicate-key", name);
                }
                var token = parser.nextToken();
                if (token == JsonToken.START_ARRAY && name.equals("objects")) {
                    objects();
                } else if (name.equals("objects") && !bundle) {
                    throw new Broken("intel.file.not-envelope");
                } else if (token == JsonToken.VALUE_STRING && parser.getStringLength() < Limits.NAME) {
                    plain.put(name, parser.getString());
                } else {
                    skip(token, 1);
                }
            }
        }

        private void objects() {
            for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (elements.size() == Limits.OBJECTS) {
                    throw new Broken("intel.file.too-many-objects", Limits.OBJECTS);
                }
                elements.add(element(token));
            }
        }

        private Element element(JsonToken token) {
            var start = (int) parser.currentTokenLocation().getByteOffset();
            if (token != JsonToken.START_OBJECT) {
                skip(token, 2);
                return new Element(elements.size() + 1, new Slice(text, start, 1), "", 0);
            }
            var type = "";
            var parts = 0;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isType = parser.currentName().equals("type");
                var value = parser.nextToken();
                if (isType && value == JsonToken.VALUE_STRING && parser.getStringLength() < Limits.NAME) {
                    type = parser.getString();
                }
                parts += 1 + skip(value, 3);
            }
            var end = (int) parser.currentLocation().getByteOffset();
            return new Element(elements.size() + 1, new Slice(text, start, end - start), type, parts);
        }

        /** Passes over the value that the token begins; answers how many values are inside. */
        private int skip(JsonToken token, int above) {
            var depth = above;
            var parts = 0;
            for (var next = token; ; next = parser.nextToken()) {
                if (next.isStructStart()) {
                    depth++;
                } else if (next.isStructEnd()) {
                    depth--;
                } else {
                    parts++;
                }
                if (depth > Limits.DEPTH) {
                    throw new Broken("intel.file.too-deep", Limits.DEPTH);
                }
                if (depth == above) {
                    return parts;
                }
            }
        }

        private void checkIsBundle() {
            if (names.contains("Event") || names.contains("response")) {
                throw new Broken("intel.file.misp");
            }
            if (!plain.getOrDefault("type", "").equals("bundle")) {
                throw new Broken("intel.file.not-bundle");
            }
            var version = plain.getOrDefault("spec_version", "2.1");
            if (!version.equals("2.1")) {
                throw new Broken("intel.file.version", version);
            }
            if (elements.isEmpty()) {
                throw new Broken("intel.file.no-objects");
            }
        }
    }
}
