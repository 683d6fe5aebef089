package noroshi.intel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Small bundles for tests. */
final class Bundles {
    static final String ID = "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d";
    static final String AMBER = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
    static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";

    private Bundles() {}

    static byte[] of(String... objects) {
        return bytes("{\"type\": \"bundle\", \"id\": \"" + ID + "\", \"objects\": [\n  " + String.join(",\n  ", objects)
                + "\n]}");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String id(String type) {
        return type + "--" + UUID.randomUUID();
    }

    /** An object with the properties every dated object has; the rest is given without the outer braces. */
    static String object(String type, String rest) {
        return object(id(type), "2026-07-01T00:00:00.000Z", rest);
    }

    static String object(String id, String modified, String rest) {
        return """
                {"type": "%s", "spec_version": "2.1", "id": "%s",
                 "created": "2026-07-01T00:00:00.000Z", "modified": "%s", %s}""".formatted(id.substring(0, id.indexOf("--")), id, modified, rest);
    }

    static String indicator(String pattern) {
        return object("indicator", """
                "pattern": "%s", "pattern_type": "stix", "valid_from": "2026-07-01T00:00:00Z\"""".formatted(pattern.replace("\\", "\\\\")));
    }

    static String malware(String id, String name) {
        return object(id, "2026-07-01T00:00:00.000Z", "\"name\": \"" + name + "\", \"is_family\": false");
    }

    static String relationship(String source, String kind, String target) {
        return object(
                "relationship",
                "\"relationship_type\": \"%s\", \"source_ref\": \"%s\", \"target_ref\": \"%s\""
                        .formatted(kind, source, target));
    }
}
