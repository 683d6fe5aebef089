package noroshi.intel;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The rules for properties that every type of object may have. */
final class CommonRules {
    private static final Set<String> TIMES = Set.of(
            "created",
            "modified",
            "valid_from",
            "valid_until",
            "first_seen",
            "last_seen",
            "first_observed",
            "last_observed",
            "published",
            "submitted",
            "analysis_started",
            "analysis_ended",
            "start",
            "end",
            "ctime",
            "mtime",
            "atime",
            "date",
            "created_time",
            "modified_time",
            "account_created",
            "account_expires",
            "credential_last_changed",
            "account_first_login",
            "account_last_login",
            "validity_not_before",
            "validity_not_after");

    private static final Set<String> TEXTS = Set.of(
            "name",
            "description",
            "pattern",
            "pattern_type",
            "relationship_type",
            "content",
            "opinion",
            "lang",
            "definition_type");

    private static final Set<String> FLAGS = Set.of("revoked", "defanged", "is_family", "is_multipart");

    private CommonRules() {}

    static void check(JsonNode object, boolean standard) {
        for (var property : object.properties()) {
            var name = property.getKey();
            var value = property.getValue();
            if (value.isNull()) {
                continue;
            }
            if (name.endsWith("_ref")) {
                identifier(name, value);
            } else if (name.endsWith("_refs")) {
                list(name, value);
                value.values().forEach(entry -> identifier(name, entry));
            }
            if (standard) {
                shape(object, name, value);
            }
        }
        Properties.whole(object, "confidence", 0, 100);
        checkMarkings(object);
        checkReferences(object);
    }

    private static void shape(JsonNode object, String name, JsonNode value) {
        if (TIMES.contains(name)) {
            Properties.time(object, name);
        } else if (TEXTS.contains(name)) {
            Properties.text(object, name);
        } else if (FLAGS.contains(name) && !value.isBoolean()) {
            throw new Broken("intel.object.not-flag", name);
        } else if (name.equals("labels")) {
            list(name, value);
        }
    }

    private static void identifier(String name, JsonNode value) {
        if (!value.isString() || StixId.parse(value.stringValue()).isEmpty()) {
            throw new Broken("intel.object.reference", name, Plain.line(value.asString("")));
        }
    }

    private static void list(String name, JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            throw new Broken("intel.object.not-list", name);
        }
    }

    private static void checkMarkings(JsonNode object) {
        for (var mark : object.path("object_marking_refs").values()) {
            checkMark("object_marking_refs", mark);
        }
        for (var part : object.path("granular_markings").values()) {
            if (part.has("marking_ref")) {
                checkMark("granular_markings", part.path("marking_ref"));
            }
            list("granular_markings", part.path("selectors"));
        }
    }

    private static void checkMark(String name, JsonNode mark) {
        identifier(name, mark);
        if (!mark.stringValue().startsWith("marking-definition--")) {
            throw new Broken("intel.object.reference", name, Plain.line(mark.stringValue()));
        }
    }

    private static void checkReferences(JsonNode object) {
        var references = object.path("external_references");
        if (references.isMissingNode() || references.isNull()) {
            return;
        }
        list("external_references", references);
        for (var reference : references.values()) {
            if (!Properties.isPresent(reference, "source_name")) {
                throw new Broken("intel.object.missing", "external_references.source_name");
            }
        }
    }
}
