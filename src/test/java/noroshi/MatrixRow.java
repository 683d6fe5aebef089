package noroshi;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One line of the access matrix: {@code METHOD path | fields | who gets further | what the others are told | silent}.
 *
 * <p>Path variables and fields in braces are ids of things that belong to Mika's circle.
 *
 * @param silent whether an id that the reader may not know is passed over as if it did not exist, instead of refused
 */
record MatrixRow(String method, String pattern, String fieldText, Set<String> who, Others others, boolean silent) {
    private static final Path TABLE = Path.of("src/test/resources/noroshi/access-matrix.txt");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> IDS = Map.ofEntries(
            entry("/communities", "community"),
            entry("/topics", "topic"),
            entry("/api/v1/topics", "topic"),
            entry("/api/v1/indicators", "indicator"),
            entry("/files", "file"),
            entry("/assets", "asset"),
            entry("/notices", "notice"),
            entry("/intel/bundles", "bundle"),
            entry("/intel/objects", "object"),
            entry("/intel/collections", "collection"),
            entry("/intel/indicators", "indicator"),
            entry("/intel/drop", "dropped"),
            entry("/intel/imports", "import"),
            entry("/intel/providers", "provider"),
            entry("/intel/permits", "permit"),
            entry("/intel/cuts", "cut"),
            entry("/intel/warnings", "warning"),
            entry("/intel/enquiries", "enquiry"),
            entry("/intel/blocklists", "blocklist"),
            entry("/api/v1/blocklists", "blocklist"),
            entry("/lists/blocklists", "blocklist"),
            entry("/bulletins/manuscripts", "manuscript"),
            entry("/members/applications", "application"),
            entry("/members/recoveries", "recovery"),
            entry("/organisations", "organisation"),
            entry("/events", "programme"),
            entry("/insight/events", "event"),
            entry("/insight/topics", "bulletin"),
            entry("/insight/reach", "organisation"));

    private static final List<String> FIRST_ASKED = List.of(
            "mika", "ed", "ada", "dana", "rin", "noor", "kei", "toru", "sora", "otto", "jun", "mina", "paul", "vera",
            "gen");

    static List<MatrixRow> all() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MatrixRow::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MatrixRow read(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var endpoint = cells.getFirst().split(" ", 2);
        return new MatrixRow(
                endpoint[0],
                endpoint[1],
                cells.get(1),
                Set.of(cells.get(2).split(" ")),
                Others.read(cells.size() > 3 ? cells.get(3) : ""),
                cells.size() > 4 && cells.get(4).equals("silent"));
    }

    /** What those who get no further are told: 404, if the row says nothing else. */
    record Others(Map<String, Integer> statuses) {
        static Others read(String text) {
            var statuses = new HashMap<String, Integer>();
            var status = 404;
            for (var word : text.split(" ")) {
                if (word.matches("\\d{3}")) {
                    status = Integer.parseInt(word);
                } else {
                    statuses.put(word, status);
                }
            }
            return new Others(Map.copyOf(statuses));
        }

        int told(String person) {
            return statuses.getOrDefault(person, statuses.getOrDefault("all", 404));
        }
    }

    String endpoint() {
        return method + " " + pattern;
    }

    /** Whether no sign-in is needed. */
    boolean open() {
        return who.contains("public") || who.contains("visitor");
    }

    /** Whether only those are asked who are not signed in. */
    boolean forVisitors() {
        return who.contains("visitor");
    }

    /** The one answer of a page that nobody signs in for, where the row says it. */
    int always() {
        return others.statuses().getOrDefault("public", 0);
    }

    boolean lets(String person) {
        return open() || who.contains("all") || who.contains(person);
    }

    /** Whether whoever gets further changes the thing that the row is about. */
    boolean changes() {
        return !method.equals("GET") && hasIds() && !silent && !open();
    }

    /** Whether the answer has no end to wait for. */
    boolean streams() {
        return pattern.endsWith("/stream");
    }

    boolean hasIds() {
        return !variables().isEmpty();
    }

    /** The kinds of ids in the row beyond the one thing the address names first. */
    Set<String> others(Map<String, String> foreign) {
        var kinds = variables();
        VARIABLE.matcher(path()).results().limit(1).forEach(first -> kinds.remove(first.group(1)));
        kinds.retainAll(foreign.keySet());
        return kinds;
    }

    /** The kinds of things that the address and the fields name. */
    Set<String> variables() {
        var kinds = new TreeSet<String>();
        VARIABLE.matcher(path() + fieldText).results().forEach(found -> kinds.add(found.group(1)));
        return kinds;
    }

    /** The kinds of things that the address alone names. */
    Set<String> addressed() {
        var kinds = new TreeSet<String>();
        VARIABLE.matcher(path()).results().forEach(found -> kinds.add(found.group(1)));
        return kinds;
    }

    String path(Map<String, String> ids) {
        return fill(path().replace("{version}", "1"), ids);
    }

    /** The address with its first word instead of a plain {@code {id}}. */
    private String path() {
        var kind = IDS.entrySet().stream()
                .filter(each -> pattern.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        var path = pattern.replace("{*path}", "css/app.css").replace("{id}", "{" + kind.orElse("id") + "}");
        return path.startsWith("/bulletins/{topic}") ? path.replace("{topic}", "{bulletin}") : path;
    }

    /** The address of what is only looked at, its fields as the query. */
    String address(Map<String, String> ids) {
        var query = fields(ids).entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(joining("&"));
        return path(ids) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Somebody who gets further; an empty name where nobody need be signed in. */
    Optional<String> someone() {
        return open()
                ? Optional.of("")
                : FIRST_ASKED.stream().filter(this::lets).findFirst();
    }

    Map<String, String> fields(Map<String, String> ids) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : fieldText.split(" ")) {
            if (!field.isEmpty()) {
                var parts = field.split("=", 2);
                fields.put(parts[0], fill(parts[1], ids));
            }
        }
        return fields;
    }

    static String fill(String text, Map<String, String> ids) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> ids.getOrDefault(found.group(1), AccessMatrixTests.invented()));
    }

    @Override
    public String toString() {
        return endpoint();
    }
}
