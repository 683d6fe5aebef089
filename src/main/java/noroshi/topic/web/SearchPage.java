package noroshi.topic.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.topic.Author;
import noroshi.topic.SavedSearch;
import noroshi.topic.SearchHit;

/**
 * Search: the form as it was sent, and one page of results.
 *
 * @param communities those the reader sits in
 */
public record SearchPage(
        SearchForm form,
        List<SearchHit> hits,
        Map<Author, Byline> names,
        List<Choice> communities,
        int number,
        boolean more,
        List<SavedSearch> saved,
        String name,
        FormErrors errors) {
    public Byline by(SearchHit hit) {
        return names.getOrDefault(hit.topic().author(), new Byline("", "", false, false));
    }

    public boolean asked() {
        return !form.q().isBlank();
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
