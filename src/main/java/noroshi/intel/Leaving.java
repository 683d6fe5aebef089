package noroshi.intel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object as whoever reads for a provider gets it: divided, with what a person has let out.
 *
 * @param object none when what must not be missing is held back
 * @param modified its version, where that is not the one of what was brought
 * @param held how it was divided, where a person has to look at it
 */
public record Leaving(Optional<byte[]> object, Optional<String> modified, Optional<Fields.Divided> held) {
    private static final String MODIFIED = "modified";

    /**
     * Divides an object. What was let out makes a version of its own where the rest has left before. A word that takes something
     * back waits for nobody: what of it cannot leave is said in the words that went.
     *
     * @param answer what a person has let out; none while nobody has looked at it
     * @param named whether it may say who made it
     * @param went an earlier version as it left
     */
    public static Leaving of(byte[] object, Optional<List<String>> answer, boolean named, Optional<byte[]> went) {
        var alone = Fields.divide(object, Set.of(), named);
        var tree = tree(object);
        if (tree.path("revoked").asBoolean(false)) {
            return new Leaving(
                    alone.object().or(() -> went.map(words -> takenBack(words, tree))),
                    Optional.empty(),
                    Optional.empty());
        }
        var released = Set.copyOf(answer.orElse(List.of()));
        if (released.isEmpty()) {
            return new Leaving(
                    alone.object(),
                    Optional.empty(),
                    Optional.of(alone)
                            .filter(divided ->
                                    answer.isEmpty() && !divided.cut().isEmpty()));
        }
        var whole = Fields.divide(object, released, named).object();
        if (alone.object().isEmpty() || !tree.has(MODIFIED)) {
            return new Leaving(whole, Optional.empty(), Optional.empty());
        }
        var renewed = whole.map(Fields::renewed);
        return new Leaving(
                renewed, renewed.map(bytes -> tree(bytes).path(MODIFIED).asString("")), Optional.empty());
    }

    private static byte[] takenBack(byte[] words, JsonNode word) {
        var tree = (ObjectNode) tree(words);
        tree.put("revoked", true);
        tree.set(MODIFIED, word.path(MODIFIED));
        return Json.bytes(tree);
    }

    private static JsonNode tree(byte[] object) {
        return Json.tree(new Slice(object, 0, object.length));
    }
}
