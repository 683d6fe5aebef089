package noroshi.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A search as its fields stand in an address. Unknown values are passed over. */
public record SearchFields(Map<String, String> values) {
    public SearchFields {
        values = Map.copyOf(values);
    }

    /** What stands in an address after the question mark. */
    static SearchFields parse(String query) {
        var values = new LinkedHashMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> {
                    if (value != null) {
                        values.put(name, UriUtils.decode(value, StandardCharsets.UTF_8));
                    }
                });
        return new SearchFields(values);
    }

    /** The same as it stands in an address; empty fields are left out. */
    public static String address(Map<String, String> ordered) {
        var parts = new StringJoiner("&");
        ordered.forEach((name, value) -> {
            if (!value.isBlank()) {
                parts.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        });
        return parts.toString();
    }

    /** What is looked for. */
    public SearchQuery query(Optional<Instant> since, SearchQuery.Sort sort, Window window) {
        var tlp = field("tlp");
        return new SearchQuery(
                field("q"),
                constant(Kind.values(), field("kind")),
                constant(InformationKind.values(), field("information")),
                tlp.isEmpty() ? Optional.empty() : Tlp.parse(tlp),
                id(field("community")),
                since,
                sort,
                window);
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private String field(String name) {
        return values.getOrDefault(name, "");
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
