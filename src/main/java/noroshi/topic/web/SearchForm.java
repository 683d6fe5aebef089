package noroshi.topic.web;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import noroshi.shared.Window;
import noroshi.topic.SearchFields;
import noroshi.topic.SearchQuery;

/** What a reader looks for, as it stands in the address. Unknown values are passed over. */
public record SearchForm(
        String q,
        String kind,
        String information,
        String tlp,
        String community,
        String since,
        String sort,
        Integer page) {
    private static final int SIZE = 20;

    public SearchForm {
        q = q == null ? "" : q.length() > 1000 ? q.substring(0, 1000) : q;
        kind = kind == null ? "" : kind;
        information = information == null ? "" : information;
        tlp = tlp == null ? "" : tlp;
        community = community == null ? "" : community;
        since = since == null ? "" : since;
        sort = sort == null ? "" : sort;
        page = page == null ? 1 : Math.clamp(page, 1, 500);
    }

    /** The search as it stands in an address, without its page. */
    String address() {
        return SearchFields.address(fields());
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", q);
        fields.put("kind", kind);
        fields.put("information", information);
        fields.put("tlp", tlp);
        fields.put("community", community);
        fields.put("since", since);
        fields.put("sort", sort);
        return fields;
    }

    SearchQuery query(Clock clock) {
        return new SearchFields(fields())
                .query(
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
}
