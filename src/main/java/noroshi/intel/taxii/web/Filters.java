package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.intel.taxii.Question;

/** Reads the filters of a request: raw brackets or escaped ones, several values with commas or repeated. */
final class Filters {
    static final int USUAL = 1_000;
    static final int MOST = 2_000;
    private static final int MOST_VALUES = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,249}--[0-9a-fA-F-]{36}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,249}");

    private final Map<String, List<String>> values = new HashMap<>();

    private Filters(String query) {
        for (var pair : query.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                var name = decoded(pair.substring(0, equals));
                Arrays.stream(decoded(pair.substring(equals + 1)).split(",", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .forEach(value -> values.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(value));
            }
        }
    }

    /** What is asked for, where all filters count. */
    static Question of(HttpServletRequest request) {
        var query = request.getQueryString();
        return new Filters(query == null ? "" : query).question();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new TaxiiFault(400, "intel.taxii.query");
        }
    }

    private Question question() {
        return new Question(
                Math.max(addedAfter(), next()),
                limit(),
                matching("match[id]", ID),
                matching("match[type]", TYPE),
                several("match[spec_version]"),
                states(),
                versions());
    }

    private List<String> several(String name) {
        var several = values.getOrDefault(name, List.of()).stream().distinct().toList();
        if (several.size() > MOST_VALUES) {
            throw new TaxiiFault(400, "intel.taxii.too-many-values", name, MOST_VALUES);
        }
        return several.stream().map(text -> text.replace("\0", "")).toList();
    }

    /** What has another form matches nothing; a filter of such values only matches nothing either. */
    private List<String> matching(String name, Pattern form) {
        var several = several(name);
        var possible =
                several.stream().filter(text -> form.matcher(text).matches()).toList();
        return possible.isEmpty() && !several.isEmpty() ? List.of("-") : possible;
    }

    private String one(String name) {
        var several = values.getOrDefault(name, List.of());
        if (several.size() > 1) {
            throw new TaxiiFault(400, "intel.taxii.one-value", name);
        }
        return several.isEmpty() ? "" : several.getFirst();
    }

    private long addedAfter() {
        var text = one("added_after");
        return text.isEmpty()
                ? Long.MIN_VALUE
                : Question.time(text).orElseThrow(() -> new TaxiiFault(400, "intel.taxii.added-after"));
    }

    private long next() {
        var text = one("next");
        return text.isEmpty()
                ? Long.MIN_VALUE
                : Question.cursor(text).orElseThrow(() -> new TaxiiFault(400, "intel.taxii.next"));
    }

    private int limit() {
        var text = one("limit");
        if (text.isEmpty()) {
            return USUAL;
        }
        if (!text.matches("0*[1-9]\\d{0,17}")) {
            throw new TaxiiFault(400, "intel.taxii.limit");
        }
        return (int) Math.min(MOST, Long.parseLong(text));
    }

    private Set<Integer> states() {
        var wanted = several("match[version]");
        if (wanted.isEmpty()) {
            return Question.LAST;
        }
        var states = new HashSet<Integer>();
        for (var word : wanted) {
            switch (word) {
                case "last" -> states.addAll(Question.LAST);
                case "first" -> states.addAll(Question.FIRST);
                case "all" -> states.addAll(Question.ALL);
                default -> {
                    if (Question.time(word).isEmpty()) {
                        throw new TaxiiFault(400, "intel.taxii.version");
                    }
                }
            }
        }
        return states;
    }

    private List<Long> versions() {
        return several("match[version]").stream()
                .flatMap(word -> Question.time(word).stream())
                .toList();
    }

    /** Whether a filter by version was given at all. */
    static boolean namesVersions(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && !new Filters(query).several("match[version]").isEmpty();
    }
}
