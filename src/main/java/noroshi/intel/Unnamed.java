package noroshi.intel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object without what says which organisation brought it: {@code created_by_ref}, and what names that organisation in
 * properties of its own, extensions, references, authors and statements. An identity keeps its place under a name that says nothing.
 */
public final class Unnamed {
    /** What stands in place of a name; both languages, for a machine asks for none. */
    public static final String SOURCE = "匿名の参加組織 / a participating organisation";

    private static final String MAKER = "created_by_ref";

    private static final Set<String> OF_AN_IDENTITY = Set.of(
            "type",
            "spec_version",
            "id",
            "created",
            "modified",
            "revoked",
            "name",
            "identity_class",
            "object_marking_refs",
            "lang");

    private static final List<String> OF_AN_EXTENSION = List.of("name", "schema", "description");

    /** References, who wrote a note or an opinion, and where something was seen: what names the source in them goes. */
    private static final List<String> LISTS = List.of("external_references", "authors", "where_sighted_refs");

    private Unnamed() {}

    /**
     * What others get.
     *
     * @param names what the organisation is called
     * @return empty when nothing in the object names it
     */
    public static Optional<byte[]> of(byte[] text, int offset, int length, List<String> names) {
        var object = (ObjectNode) Json.tree(new Slice(text, offset, length));
        var naming = naming(names, object.path(MAKER).asString(""));
        var changed = object.remove(MAKER) != null;
        var type = object.path("type").asString("");
        if (type.equals("identity")) {
            object.retain(OF_AN_IDENTITY);
            object.put("name", SOURCE);
            return Optional.of(Json.bytes(object));
        }
        changed |= withoutWordsOfAnIdentity(object);
        var own = object.properties().stream()
                .filter(property -> !StixProperties.of(type, property.getKey()) && names(property, naming))
                .map(Map.Entry::getKey)
                .toList();
        object.remove(own);
        changed |= !own.isEmpty();
        changed |= withoutSelectors(object, own);
        changed |= withoutExtensions(object, naming);
        for (var list : LISTS) {
            changed |= without(object, list, naming);
        }
        changed |= withoutStatement(object, naming);
        changed |= withoutWordsOfAnExtension(object, naming);
        return changed ? Optional.of(Json.bytes(object)) : Optional.empty();
    }

    public static Optional<byte[]> of(byte[] object, List<String> names) {
        return of(object, 0, object.length, names);
    }

    /** A short name counts where it stands as a word of its own. */
    private static Pattern naming(List<String> names, String maker) {
        var all = new HashSet<>(names);
        all.add(maker);
        return Pattern.compile(all.stream()
                .filter(name -> !name.isBlank())
                .map(name -> "(?<![a-z0-9])" + Pattern.quote(name.strip().toLowerCase(Locale.ROOT)) + "(?![a-z0-9])")
                .collect(Collectors.joining("|", "(?:", ")")));
    }

    private static boolean names(JsonNode value, Pattern naming) {
        return switch (value) {
            case JsonNode text when text.isString() -> names(text.stringValue(), naming);
            case JsonNode list when list.isArray() -> list.values().stream().anyMatch(each -> names(each, naming));
            default -> value.properties().stream().anyMatch(each -> names(each, naming));
        };
    }

    /** A property's own name is written in one word: {@code x_acme_score}. */
    private static boolean names(Map.Entry<String, JsonNode> property, Pattern naming) {
        return names(property.getKey(), naming)
                || names(property.getKey().replace('_', ' ').replace('-', ' '), naming)
                || names(property.getValue(), naming);
    }

    private static boolean names(String text, Pattern naming) {
        return naming.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** In each language the name that the identity has for others, and nothing that describes it. */
    private static boolean withoutWordsOfAnIdentity(ObjectNode object) {
        if (!object.path("type").asString("").equals("language-content")
                || !object.path("object_ref").asString("").startsWith("identity--")
                || !(object.get("contents") instanceof ObjectNode contents)) {
            return false;
        }
        var languages = contents.properties().stream().map(Map.Entry::getKey).toList();
        languages.forEach(language -> contents.putObject(language).put("name", SOURCE));
        return true;
    }

    /** A marking of a part names the part; where that is gone, nothing is left to mark. */
    private static boolean withoutSelectors(ObjectNode object, List<String> gone) {
        if (gone.isEmpty() || !(object.get("granular_markings") instanceof ArrayNode markings)) {
            return false;
        }
        var before = markings.toString();
        for (var marking : markings.values()) {
            if (marking.get("selectors") instanceof ArrayNode selectors) {
                selectors.removeIf(each -> gone.contains(each.asString("").split("\\.", 2)[0]));
            }
        }
        markings.removeIf(marking -> marking.path("selectors").isEmpty());
        if (markings.isEmpty()) {
            object.remove("granular_markings");
        }
        return !markings.toString().equals(before);
    }

    private static boolean withoutExtensions(ObjectNode object, Pattern naming) {
        if (!(object.get("extensions") instanceof ObjectNode extensions)) {
            return false;
        }
        var some = extensions.properties().stream()
                .filter(each -> names(each, naming))
                .map(Map.Entry::getKey)
                .toList();
        extensions.remove(some);
        if (extensions.isEmpty()) {
            object.remove("extensions");
        }
        return !some.isEmpty();
    }

    private static boolean without(ObjectNode object, String list, Pattern naming) {
        if (!object.path(list).isArray()) {
            return false;
        }
        var references = object.withArray(list);
        var kept = new ArrayList<JsonNode>(references.values().stream()
                .filter(each -> !names(each, naming))
                .toList());
        if (kept.size() == references.size()) {
            return false;
        }
        if (kept.isEmpty()) {
            object.remove(list);
        } else {
            references.removeAll().addAll(kept);
        }
        return true;
    }

    /** An extension's definition cannot be without a name and a schema; both are often the maker's own. */
    private static boolean withoutWordsOfAnExtension(ObjectNode object, Pattern naming) {
        if (!object.path("type").asString("").equals("extension-definition")) {
            return false;
        }
        var telling = OF_AN_EXTENSION.stream()
                .filter(name -> names(object.path(name), naming))
                .toList();
        telling.forEach(name -> object.put(name, SOURCE));
        return !telling.isEmpty();
    }

    /** Whether a type of one's own says in its name who made it: an id begins with it, so nobody could be given the object. */
    public static boolean tells(String type, List<String> names) {
        return StixType.named(type).isEmpty() && names(type.replace('-', ' '), naming(names, ""));
    }

    /** A marking definition cannot be without its statement. */
    private static boolean withoutStatement(ObjectNode object, Pattern naming) {
        if (!(object.get("definition") instanceof ObjectNode definition)
                || !names(definition.path("statement"), naming)) {
            return false;
        }
        definition.put("statement", SOURCE);
        return true;
    }
}
