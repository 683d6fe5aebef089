package noroshi.intel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds the references of an object to others, so that relations can be followed both ways. */
final class Links {
    /** Who made it and how it is marked is shown on the object itself. */
    private static final Set<String> NOT_RELATIONS = Set.of("created_by_ref", "object_marking_refs");

    private static final int LONGEST_KIND = 250;

    private Links() {}

    static List<StixObject.Link> of(String id, JsonNode object) {
        if (object.path("type").asString("").equals("relationship")) {
            return List.of(new StixObject.Link(
                    object.path("source_ref").asString(""),
                    Plain.line(object.path("relationship_type").asString(""), LONGEST_KIND),
                    object.path("target_ref").asString("")));
        }
        var links = new ArrayList<StixObject.Link>();
        for (var property : object.properties()) {
            var name = property.getKey();
            if (NOT_RELATIONS.contains(name)) {
                continue;
            }
            if (name.endsWith("_ref") && property.getValue().isString()) {
                links.add(new StixObject.Link(
                        id, Plain.line(name, LONGEST_KIND), property.getValue().stringValue()));
            } else if (name.endsWith("_refs")) {
                property.getValue().values().stream()
                        .distinct()
                        .forEach(target -> links.add(
                                new StixObject.Link(id, Plain.line(name, LONGEST_KIND), target.asString(""))));
            }
        }
        return links;
    }
}
