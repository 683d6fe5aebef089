package noroshi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One address as a page in {@code docs/api} describes it.
 *
 * @param parameters name to "place type needed"
 * @param fields dotted name to type
 * @param examples request to status, the one with the answer first
 * @param answer the JSON the first example is answered with
 */
record ApiContract(
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> fields,
        Map<String, Integer> examples,
        String answer) {
    private static final Pattern SECTION = Pattern.compile("(?m)^## (GET|POST|PUT|DELETE) (/api/\\S+)$");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^- `([^`]+)` → (\\d{3})$");
    private static final Pattern ANSWER = Pattern.compile("(?s)```json\n(.*?)```");

    static Stream<ApiContract> all(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream()
                    .flatMap(ApiContract::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ApiContract> read(Path file) {
        try {
            var text = Files.readString(file);
            var starts = SECTION.matcher(text).results().toList();
            return java.util.stream.IntStream.range(0, starts.size()).mapToObj(n -> {
                var end = n + 1 < starts.size() ? starts.get(n + 1).start() : text.length();
                return section(
                        starts.get(n).group(1),
                        starts.get(n).group(2),
                        text.substring(starts.get(n).end(), end));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiContract section(String method, String path, String text) {
        var parameters = new TreeMap<String, String>();
        var fields = new TreeMap<String, String>();
        var examples = new LinkedHashMap<String, Integer>();
        var inParameters = false;
        for (var line : text.split("\n", -1)) {
            var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            if (line.startsWith("| Parameter |") || line.startsWith("| Field |")) {
                inParameters = line.startsWith("| Parameter |");
            } else if (line.startsWith("| `")) {
                var name = cells[1].replace("`", "");
                if (inParameters) {
                    parameters.put(name, cells[2] + " " + cells[3] + " " + cells[4]);
                } else {
                    fields.put(name, cells[2]);
                }
            }
        }
        EXAMPLE.matcher(text).results().forEach(found -> examples.put(found.group(1), Integer.valueOf(found.group(2))));
        var answer = ANSWER.matcher(text).results().findFirst().map(found -> found.group(1));
        return new ApiContract(method, path, parameters, fields, examples, answer.orElse("{}"));
    }

    /** Names and kinds of values, so that any other values look the same; null fits everything. */
    static Map<String, String> shape(JsonNode node) {
        var shape = new HashMap<String, String>();
        shape("", node, shape);
        return shape;
    }

    private static void shape(String name, JsonNode node, Map<String, String> shape) {
        if (node.isObject()) {
            node.properties().forEach(field -> shape(name + "." + field.getKey(), field.getValue(), shape));
        } else if (node.isArray()) {
            node.forEach(item -> shape(name + "[]", item, shape));
        } else {
            shape.merge(
                    name,
                    node.isNull() ? "null" : node.getNodeType().name(),
                    (one, other) -> one.equals("null") ? other : one);
        }
    }

    String address() {
        return method + " " + path;
    }

    @Override
    public String toString() {
        return address();
    }

    /** As the page says it: an enumeration is a word, a string without a format a text. */
    static String type(JsonNode schema) {
        if (schema.has("enum")) {
            return "word";
        }
        var type = schema.path("type").isArray()
                ? schema.get("type").get(0).asString()
                : schema.path("type").asString("");
        return type.equals("string") ? schema.path("format").asString("text") : type;
    }
}
