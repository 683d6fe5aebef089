package noroshi.topic.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.SearchQuery;
import org.springframework.web.util.UriUtils;

/** What a reader looks for, as it stands in the address. Unknown values are passed over. */
public record SearchForm(
        String q, String kind, String information, String tlp, String since, String sort, Integer page) {
    private static final int SIZE = 20;

    public SearchForm {
        q = q == null ? "" : q.length() > 1000 ? q.substring(0, 1000) : q;
        kind = kind == null ? "" : kind;
        information = information == null ? "" : information;
        tlp = tlp == null ? "" : tlp;
        since = since == null ? "" : since;
        sort = sort == null ? "" : sort;
        page = page == null ? 1 : Math.clamp(page, 1, 500);
    }

    /** The search as it stands in an address, without its page. */
    String address() {
        var parts = new StringJoiner("&");
        part(parts, "q", q);
        part(parts, "kind", kind);
        part(parts, "information", information);
        part(parts, "tlp", tlp);
        part(parts, "since", since);
        part(parts, "sort", sort);
        return parts.toString();
    }

    private static void part(StringJoiner parts, String name, String value) {
        if (!value.isBlank()) {
            parts.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }

    SearchQuery query(Clock clock) {
        return new SearchQuery(
                q,
                constant(Kind.values(), kind),
                constant(InformationKind.values(), information),
                tlp.isEmpty() ? Optional.empty() : Tlp.parse(tlp),
                days().map(days -> clock.instant().minus(days)),
                sort.equals("rank") ? SearchQuery.Sort.RANK : SearchQuery.Sort.DATE,
                Window.page(page, SIZE));
    }

    private Optional<Duration> days() {
        return switch (since) {
            case "day" -> Optional.of(Duration.ofDays(1));
            case "week" -> Optional.of(Duration.ofDays(7));
            case "month" -> Optional.of(Duration.ofDays(31));
            case "year" -> Optional.of(Duration.ofDays(366));
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
