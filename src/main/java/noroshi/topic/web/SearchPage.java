package noroshi.topic.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import noroshi.membership.OrganisationName;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.topic.Author;
import noroshi.topic.SavedSearch;
import noroshi.topic.SearchFields;
import noroshi.topic.SearchHit;

/**
 * Search: the form as it was sent, and one page of results.
 *
 * @param called organisations of that name, with one more than are shown where there are more
 * @param communities those the reader sits in
 */
public record SearchPage(
        SearchForm form,
        List<SearchHit> hits,
        Map<Author, Byline> names,
        List<OrganisationName> called,
        List<Choice> communities,
        int number,
        boolean more,
        List<SavedSearch> saved,
        String name,
        FormErrors errors) {
    static final int ORGANISATIONS = 3;

    public List<OrganisationName> organisations() {
        return called.stream().limit(ORGANISATIONS).toList();
    }

    public boolean moreOrganisations() {
        return called.size() > ORGANISATIONS;
    }

    public Byline by(SearchHit hit) {
        return names.getOrDefault(hit.topic().author(), new Byline("", "", false, false));
    }

    public boolean asked() {
        return !form.q().isBlank();
    }

    /** Whether filters were chosen, but nothing to look for. */
    public boolean wordless() {
        return !asked() && chosen() > 0;
    }

    /** How many filters are chosen; the order is none. */
    public int chosen() {
        return (int) Stream.of(form.kind(), form.information(), form.tlp(), form.community(), form.since())
                .filter(value -> !value.isBlank())
                .count();
    }

    /** The list of topics with those of the filters that it knows. */
    public String list() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", form.kind());
        fields.put("community", form.community());
        return "/topics?" + SearchFields.address(fields);
    }

    /** The directory, asked for this name. */
    public String directory(String name) {
        return "/directory?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** The words as part of another address. */
    public String words() {
        return URLEncoder.encode(form.q(), StandardCharsets.UTF_8);
    }

    public String path(SearchHit hit) {
        return "/topics/" + hit.topic().id()
                + hit.comment().map(id -> "#c-" + id).orElse("");
    }
}
