package noroshi.topic.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import noroshi.community.Communities;
import noroshi.community.Directory;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import noroshi.topic.SavedSearches;
import noroshi.topic.Search;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks through everything its reader may read. */
@Controller
class SearchController {
    private final Search search;
    private final Bylines bylines;
    private final SavedSearches saved;
    private final Communities communities;
    private final Directory directory;
    private final Clock clock;

    SearchController(
            Search search,
            Bylines bylines,
            SavedSearches saved,
            Communities communities,
            Directory directory,
            Clock clock) {
        this.directory = directory;
        this.communities = communities;
        this.saved = saved;
        this.search = search;
        this.bylines = bylines;
        this.clock = clock;
    }

    @GetMapping("/search")
    Page search(SearchForm form, Actor actor) {
        return page(form, "", FormErrors.none(), actor);
    }

    @PostMapping("/search/saved")
    Object keep(SearchForm form, @RequestParam(defaultValue = "") String name, Actor actor) {
        try {
            saved.keep(name, form.address(), actor);
            return Redirect.to("/search?" + form.address()).saying("topic.search.kept");
        } catch (RuleBroken refusal) {
            return page(form, name, FormErrors.none().and("name", refusal.key(), refusal.arguments()), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/search/saved/{saved}/telling")
    Redirect tell(@PathVariable("saved") UUID id, @RequestParam boolean told, Actor actor) {
        saved.tell(id, told, actor);
        return Redirect.to("/search").saying(told ? "topic.search.told" : "topic.search.untold");
    }

    @DeleteMapping("/search/saved/{saved}")
    Redirect forget(@PathVariable("saved") UUID id, Actor actor) {
        saved.forget(id, actor);
        return Redirect.to("/search").saying("topic.search.forgotten");
    }

    private Page page(SearchForm form, String name, FormErrors errors, Actor actor) {
        var found = search.find(form.query(clock), Reading.level(""), actor);
        var names = bylines.of(
                found.hits().stream().map(hit -> hit.topic().author()).toList());
        return new Page(
                "topic/search",
                new SearchPage(
                        form,
                        found.hits(),
                        names,
                        form.page() == 1 ? directory.called(form.q(), SearchPage.ORGANISATIONS + 1, actor) : List.of(),
                        communities(actor),
                        form.page(),
                        found.more(),
                        saved.mine(actor),
                        name,
                        errors));
    }

    private List<Choice> communities(Actor actor) {
        return communities.mine(actor).stream()
                .map(each -> new Choice(each.id().toString(), each.name().in(Ui.locale())))
                .toList();
    }
}
