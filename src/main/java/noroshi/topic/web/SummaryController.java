package noroshi.topic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Readership;
import noroshi.topic.Summaries;
import noroshi.topic.Summary;
import noroshi.topic.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a thread came to is written, corrected, taken away. */
@Controller
@RequestMapping("/topics/{id}/summary")
class SummaryController {
    private final Topics topics;
    private final Summaries summaries;
    private final Readership readership;
    private final Bylines bylines;

    SummaryController(Topics topics, Summaries summaries, Readership readership, Bylines bylines) {
        this.topics = topics;
        this.summaries = summaries;
        this.readership = readership;
        this.bylines = bylines;
    }

    @GetMapping
    Page show(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        Reading.refusePrefetch(request);
        var page = page(id, Optional.empty(), actor);
        if (!Reading.peeks(request)) {
            readership.look(id, id, actor);
        }
        return page;
    }

    @PutMapping
    Object write(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(name = Seen.FIELD, defaultValue = "") String digest,
            Actor actor) {
        var seen = new Seen(digest);
        try {
            summaries.write(id, body, seen, actor);
            return Redirect.to("/topics/" + id + "#summary").saying("topic.summary.written");
        } catch (RuleBroken refusal) {
            var refused = new Refused(body, refusal, seen);
            return page(id, Optional.of(refused), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping
    Redirect remove(@PathVariable UUID id, Actor actor) {
        summaries.remove(id, actor);
        return Redirect.to("/topics/" + id + "#thread").saying("topic.summary.removed");
    }

    private Page page(UUID id, Optional<Refused> refused, Actor actor) {
        var topic = topics.show(id, actor);
        var all = summaries.history(id, actor);
        var now = summaries.of(id, actor);
        var body = now.map(Summary::body).orElse("");
        return new Page(
                "topic/summary",
                new SummaryPage(
                        id,
                        topic.title(),
                        summaries.mayWrite(id, actor),
                        refused.map(Refused::body).orElse(body),
                        now.isPresent(),
                        earlier(all),
                        refused.map(it -> it.errors(body)).orElse(FormErrors.none()),
                        refused.map(it -> it.seen(Seen.of(body))).orElse(Seen.of(body))));
    }

    private List<SummaryPage.Earlier> earlier(List<Summary> all) {
        var names = bylines.of(all.stream().map(Summary::author).toList());
        return all.stream()
                .map(each -> new SummaryPage.Earlier(each.at(), SummaryLine.by(names.get(each.author())), each.body()))
                .toList();
    }
}
