package noroshi.intel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import noroshi.shared.Tlp;
import tools.jackson.databind.JsonNode;

/** Which TLP label the markings of a bundle mean: the fixed ones of both TLP versions, and those it defines itself. */
final class Marks {
    private static final String PREFIX = "marking-definition--";
    private static final String OLD_AMBER = PREFIX + "f88d31f6-486f-44da-b317-01333bde0b82";
    private static final String EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    private static final Map<String, Tlp> FIXED = Map.of(
            PREFIX + "94868c89-83c2-464b-929b-a1a8aa3c8487",
            Tlp.CLEAR,
            PREFIX + "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
            Tlp.GREEN,
            PREFIX + "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
            Tlp.AMBER,
            PREFIX + "939a9414-2ddd-4d32-a0cd-375ea402b003",
            Tlp.AMBER_STRICT,
            PREFIX + "e828b379-4e03-4974-9ac4-e53a884c97c1",
            Tlp.RED,
            PREFIX + "613f2e26-407d-48c7-9eca-b8e91df99dc9",
            Tlp.CLEAR,
            PREFIX + "34098fce-860f-48ae-8e50-ebd3cc5e41da",
            Tlp.GREEN,
            OLD_AMBER,
            Tlp.AMBER,
            PREFIX + "5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
            Tlp.RED);

    private final Map<String, Tlp> known = new HashMap<>();
    private final Set<String> statements = new HashSet<>();

    /** Learns a marking that the bundle defines. The fixed ones keep their meaning whatever the bundle says. */
    void learn(JsonNode marking) {
        var id = marking.path("id").asString("").toLowerCase(Locale.ROOT);
        var label = marking.path("extensions").path(EXTENSION).path("tlp_2_0").asString("");
        if (label.isEmpty() && marking.path("definition_type").asString("").equals("tlp")) {
            label = marking.path("definition").path("tlp").asString("");
        }
        if (label.isEmpty()) {
            statements.add(id);
        }
        if (!FIXED.containsKey(id)) {
            Tlp.parse(label).ifPresent(tlp -> known.merge(id, tlp, Tlp::strictest));
        }
    }

    /**
     * The strictest label on the object or on any part of it. A marking whose definition did not come along may be any,
     * so beside it no label counts as wider than AMBER+STRICT.
     */
    Optional<Tlp> of(JsonNode object) {
        var references = references(object);
        var label = references.stream().flatMap(id -> label(id).stream()).reduce(Tlp::strictest);
        var allKnown = references.stream().allMatch(id -> label(id).isPresent() || statements.contains(id));
        return allKnown ? label : label.map(found -> found.strictest(Tlp.AMBER_STRICT));
    }

    /** Why it stays with whoever brought it, where it does not say so itself; nobody waits for the fixed markings. */
    Optional<Reason> remark(JsonNode object) {
        if (FIXED.containsKey(object.path("id").asString("").toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var references = references(object);
        if (references.stream().flatMap(id -> label(id).stream()).anyMatch(Tlp.AMBER_STRICT::equals)) {
            return Optional.empty();
        }
        return references.stream()
                .filter(id -> label(id).isEmpty() && !statements.contains(id))
                .findFirst()
                .map(id -> Reason.of("intel.taxii.mark-unknown", id))
                .or(() -> references.stream().anyMatch(id -> label(id).isPresent())
                        ? Optional.empty()
                        : Optional.of(Reason.of("intel.taxii.unmarked")));
    }

    private Optional<Tlp> label(String id) {
        return Optional.ofNullable(FIXED.get(id)).or(() -> Optional.ofNullable(known.get(id)));
    }

    /** TLP 1.0 knew no AMBER+STRICT: such a label deserves a look. */
    static List<Reason> remarks(JsonNode object) {
        return references(object).contains(OLD_AMBER) ? List.of(Reason.of("intel.remark.old-amber")) : List.of();
    }

    private static List<String> references(JsonNode object) {
        var whole = object.path("object_marking_refs").values().stream();
        var parts = object.path("granular_markings").values().stream().map(part -> part.path("marking_ref"));
        return Stream.concat(whole, parts)
                .map(id -> id.asString("").toLowerCase(Locale.ROOT))
                .toList();
    }
}
