package noroshi.intel;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
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
        var elements = new ArrayList<Element>();
        var pieces = new Pieces() {
            @Override
            public Slice cut(long start, long end) {
                return new Slice(text, (int) start, (int) (end - start));
            }
        };
        return walk(() -> Json.walk(text), new Walk(pieces, Limits.OBJECTS, elements::add), bundle)
                .with(elements);
    }

    /** A STIX bundle that is too large for memory: its objects are handed on one by one, and none is kept. */
    static Envelope stream(Window text, Consumer<Element> objects) {
        return walk(() -> Json.walk(text), new Walk(text, Limits.STREAMED_OBJECTS, objects), true);
    }

    private Envelope with(List<Element> found) {
        return new Envelope(id, found, versionStated);
    }

    /** Where the bytes of an object are taken from. */
    interface Pieces {
        /** What stands before is not asked for again. */
        default void begin(long start) {}

        Slice cut(long start, long end);
    }

    private interface Opening {
        JsonParser open();
    }

    private static Envelope walk(Opening text, Walk walk, boolean bundle) {
        try (var parser = text.open()) {
            return walk.whole(parser, bundle);
        } catch (JacksonIOException unread) {
            throw new UncheckedIOException(unread.getCause());
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
        private static final Set<String> OUR_OWN = Set.of("type", "id", "spec_version");

        private final Pieces text;

        private final int most;

        private final Consumer<Element> objects;

        private final Map<String, String> plain = new HashMap<>();

        private final Set<String> names = new HashSet<>();

        private int count;

        Walk(Pieces text, int most, Consumer<Element> objects) {
            this.text = text;
            this.most = most;
            this.objects = objects;
        }

        Envelope whole(JsonParser parser, boolean bundle) {
            var first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                properties(parser, bundle);
            } else {
                skip(parser, first, 0);
            }
            if (parser.nextToken() != null) {
                throw new Broken("intel.file.trailing");
            }
            if (bundle) {
                checkIsBundle();
            } else if (!names.contains("objects")) {
                throw new Broken("intel.file.not-envelope");
            }
            return new Envelope(plain.getOrDefault("id", ""), List.of(), plain.containsKey("spec_version"));
        }

        private void properties(JsonParser parser, boolean bundle) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                if (!names.add(name)) {
                    throw new Broken("intel.file.duplicate-key", name);
                }
                if (names.size() > Limits.NAMES) {
                    throw new Broken("intel.file.value-too-large");
                }
                var token = parser.nextToken();
                if (token == JsonToken.START_ARRAY && name.equals("objects")) {
                    objects(parser);
                } else if (name.equals("objects") && !bundle) {
                    throw new Broken("intel.file.not-envelope");
                } else if (token == JsonToken.VALUE_STRING
                        && OUR_OWN.contains(name)
                        && parser.getStringLength() < Limits.NAME) {
                    plain.put(name, parser.getString());
                } else {
                    skip(parser, token, 1);
                }
            }
        }

        private void objects(JsonParser parser) {
            for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (count == most) {
                    throw new Broken("intel.file.too-many-objects", most);
                }
                count++;
                objects.accept(element(parser, token));
            }
        }

        private Element element(JsonParser parser, JsonToken token) {
            var start = parser.currentTokenLocation().getByteOffset();
            text.begin(start);
            if (token != JsonToken.START_OBJECT) {
                var first = text.cut(start, start + 1);
                skip(parser, token, 2);
                return new Element(count, first, "", 0);
            }
            var type = "";
            var parts = 0;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isType = parser.currentName().equals("type");
                var value = parser.nextToken();
                if (isType && value == JsonToken.VALUE_STRING && parser.getStringLength() < Limits.NAME) {
                    type = parser.getString();
                }
                parts += 1 + skip(parser, value, 3);
            }
            var end = parser.currentLocation().getByteOffset();
            return new Element(count, text.cut(start, end), type, parts);
        }

        /** Passes over the value that the token begins; answers how many values are inside. */
        private static int skip(JsonParser parser, JsonToken token, int above) {
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
            if (count == 0) {
                throw new Broken("intel.file.no-objects");
            }
        }
    }
}
