package noroshi.intel;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What STIX 2.1 demands of each object before anything in it is believed. */
final class ObjectRules {
    private static final String VERSION = "2.1";

    private ObjectRules() {}

    /** Checks the object and names its family, or throws with the reason. */
    static StixFamily check(JsonNode object) {
        var type = Properties.text(object, "type").orElseThrow(() -> new Broken("intel.object.type-missing"));
        if (!StixId.isType(type)) {
            throw new Broken("intel.object.type-form", Plain.line(type));
        }
        var known = StixType.named(type);
        if (known.isEmpty() && !isCustom(type, object)) {
            throw new Broken("intel.object.type-unknown", Plain.line(type));
        }
        checkId(type, object);
        var family = known.map(StixType::family).orElse(StixFamily.CUSTOM);
        checkVersion(family, object);
        checkDates(family, object);
        CommonRules.check(object, known.isPresent());
        known.ifPresent(standard -> standard.required().forEach(name -> checkRequired(object, name)));
        return family;
    }

    /** Checks an object of STIX 2.0, which has no {@code spec_version}: only what both versions have in common. */
    static void checkOld(JsonNode object) {
        var type = Properties.text(object, "type").orElseThrow(() -> new Broken("intel.object.type-missing"));
        if (!StixId.isType(type)) {
            throw new Broken("intel.object.type-form", Plain.line(type));
        }
        checkId(type, object);
        inOrder(object, "created", "modified", true);
        CommonRules.check(object, false);
    }

    /** Whether the object is one of STIX 2.0: dated, but without a version of the language. */
    static boolean isOld(JsonNode object) {
        return !object.has("spec_version")
                && object.path("created").isString()
                && StixType.named(object.path("type").asString("")).isPresent();
    }

    private static boolean isCustom(String type, JsonNode object) {
        return type.startsWith("x-")
                || object.path("extensions").values().stream()
                        .anyMatch(extension ->
                                extension.path("extension_type").asString("").startsWith("new-s"));
    }

    private static void checkId(String type, JsonNode object) {
        var id = Properties.text(object, "id").orElseThrow(() -> new Broken("intel.object.id-missing"));
        var parsed = StixId.parse(id).orElseThrow(() -> new Broken("intel.object.id-form", Plain.line(id)));
        if (!parsed.type().equals(type)) {
            throw new Broken("intel.object.id-type", Plain.line(id), type);
        }
    }

    private static void checkVersion(StixFamily family, JsonNode object) {
        if (!object.has("spec_version") && !family.dated()) {
            return;
        }
        var version =
                Properties.text(object, "spec_version").orElseThrow(() -> new Broken("intel.object.version-missing"));
        if (!version.equals(VERSION)) {
            throw new Broken("intel.object.version", Plain.line(version));
        }
    }

    private static void checkDates(StixFamily family, JsonNode object) {
        var created = Properties.time(object, "created");
        var modified = Properties.time(object, "modified");
        if (family.dated() && created.isEmpty()) {
            throw new Broken("intel.object.missing", "created");
        }
        if (family.versioned() && modified.isEmpty()) {
            throw new Broken("intel.object.missing", "modified");
        }
        inOrder(object, "created", "modified", true);
        inOrder(object, "first_seen", "last_seen", true);
        inOrder(object, "first_observed", "last_observed", true);
        inOrder(object, "valid_from", "valid_until", false);
    }

    private static void inOrder(JsonNode object, String first, String second, boolean mayBeEqual) {
        var start = Properties.time(object, first);
        var end = Properties.time(object, second);
        if (start.isEmpty() || end.isEmpty()) {
            return;
        }
        var order = start.get().compareTo(end.get());
        if (order > 0 || order == 0 && !mayBeEqual) {
            throw new Broken("intel.object.order", first, second);
        }
    }

    private static void checkRequired(JsonNode object, String alternatives) {
        for (var name : alternatives.split("\\|", -1)) {
            if (Properties.isPresent(object, name)) {
                return;
            }
        }
        throw new Broken("intel.object.missing", alternatives.replace("|", ", "));
    }

    /** The identifier to show for an object that is refused. */
    static String idToShow(JsonNode object) {
        return Optional.ofNullable(object.get("id"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .map(Plain::line)
                .orElse("");
    }
}
