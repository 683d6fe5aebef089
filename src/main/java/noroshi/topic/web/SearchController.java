package noroshi.topic.web;

import java.time.Clock;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.topic.Search;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Looks through everything its reader may read. */
@Controller
class SearchController {
    private final Search search;
    private final Bylines bylines;
    private final Clock clock;

    SearchController(Search search, Bylines bylines, Clock clock) {
        this.search = search;
        this.bylines = bylines;
        this.clock = clock;
    }

    @GetMapping("/search")
    Page search(SearchForm form, Actor actor) {
        var found = search.find(form.query(clock), Reading.level(""), actor);
        var names = bylines.of(
                found.hits().stream().map(hit -> hit.topic().author()).toList());
        return new Page("topic/search", new SearchPage(form, found.hits(), names, form.page(), found.more()));
    }
}
