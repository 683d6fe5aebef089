package noroshi.intel.warning;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.IndicatorType;
import noroshi.shared.RuleBroken;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A warning list as it was sent, in the format of MISP.
 *
 * @param types the values it is about
 * @param leftOut how many entries make no sense for its kind
 */
record WarningFile(
        String name,
        long version,
        String description,
        Kind kind,
        Set<IndicatorType> types,
        List<String> entries,
        int leftOut) {
    /** Bytes of the largest file. */
    static final int LARGEST = 20 * 1024 * 1024;

    private static final int MOST = 200_000;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 300;
    private static final int DEEPEST = 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(100_000)
                            .build())
                    .build())
            .build();
    private static final Map<String, Set<IndicatorType>> MEANT = Map.ofEntries(
            Map.entry("ip", EnumSet.of(IndicatorType.IPV4, IndicatorType.IPV6)),
            Map.entry("domain", EnumSet.of(IndicatorType.DOMAIN)),
            Map.entry("hostname", EnumSet.of(IndicatorType.DOMAIN)),
            Map.entry("url", EnumSet.of(IndicatorType.URL)),
            Map.entry("uri", EnumSet.of(IndicatorType.URL)),
            Map.entry("link", EnumSet.of(IndicatorType.URL)),
            Map.entry("md5", EnumSet.of(IndicatorType.MD5)),
            Map.entry("sha1", EnumSet.of(IndicatorType.SHA1)),
            Map.entry("sha256", EnumSet.of(IndicatorType.SHA256)),
            Map.entry("filename", EnumSet.of(IndicatorType.FILE_NAME)),
            Map.entry("email", EnumSet.of(IndicatorType.EMAIL)));

    WarningFile {
        types = Set.copyOf(types);
        entries = List.copyOf(entries);
    }

    static WarningFile read(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            throw new RuleBroken("warning.file.size", LARGEST / 1024 / 1024);
        }
        var json = parse(file);
        var name = json.path("name").asString("").strip();
        var kind = Kind.of(json.path("type").asString("string").strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        new RuleBroken("warning.file.kind", json.path("type").asString("")));
        if (!json.path("list").isArray() || name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RuleBroken("warning.file.not-a-list");
        }
        if (json.path("list").size() > MOST) {
            throw new RuleBroken("warning.file.too-many", MOST);
        }
        var entries = new LinkedHashSet<String>();
        var leftOut = 0;
        for (var entry : json.path("list").values()) {
            var text = entry.isString() ? Optional.of(entry.asString().strip()) : Optional.<String>empty();
            var fit = text.filter(each -> each.length() <= LONGEST && each.indexOf('\0') < 0)
                    .flatMap(each -> Matcher.entry(kind, each));
            if (fit.isPresent()) {
                entries.add(fit.get());
            } else {
                leftOut++;
            }
        }
        if (entries.isEmpty()) {
            throw new RuleBroken("warning.file.empty");
        }
        var description = json.path("description").asString("").strip().replace("\0", "");
        return new WarningFile(
                name.replace("\0", ""),
                json.path("version").asLong(0),
                description.substring(0, Math.min(description.length(), 4_000)),
                kind,
                types(json.path("matching_attributes")),
                List.copyOf(entries),
                leftOut);
    }

    private static JsonNode parse(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (JacksonException broken) {
            throw new RuleBroken("warning.file.not-json");
        }
    }

    /** Attribute types of MISP such as {@code ip-dst|port}; a list that names none is about all values. */
    private static Set<IndicatorType> types(JsonNode attributes) {
        var types = EnumSet.noneOf(IndicatorType.class);
        for (var attribute : attributes.values()) {
            for (var part : attribute.asString("").toLowerCase(Locale.ROOT).split("\\|")) {
                types.addAll(MEANT.getOrDefault(part.split("-", 2)[0], Set.of()));
            }
        }
        return attributes.isEmpty() ? EnumSet.allOf(IndicatorType.class) : types;
    }
}
