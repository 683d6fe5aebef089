package noroshi.topic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.Revision;
import noroshi.topic.Text;
import noroshi.topic.Topic;
import noroshi.topic.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The source writes the next version of a topic that has one text. */
@Controller
class RevisionController {
    private final Topics topics;
    private final Readership readership;
    private final Attaching attaching;
    private final UnsureCalls calls;

    RevisionController(Topics topics, Readership readership, Attaching attaching, UnsureCalls calls) {
        this.calls = calls;
        this.readership = readership;
        this.topics = topics;
        this.attaching = attaching;
    }

    @GetMapping("/topics/{id}/edit")
    Page edit(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        Reading.refusePrefetch(request);
        var topic = mine(id, actor);
        var text = text(topic, actor);
        if (!Reading.peeks(request)) {
            readership.look(id, id, actor);
        }
        return new Page(
                "topic/edit",
                new RevisionPage(id, topic.version(), text.title(), text.body(), "", false, "", FormErrors.none()));
    }

    @PostMapping("/topics/{id}/versions")
    Object revise(
            @PathVariable UUID id,
            @RequestParam int expected,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        var topic = mine(id, actor);
        try {
            var texts = Map.of(Level.ALL, new Text(title, body));
            topics.revise(id, new Revision(expected, texts, note, note), actor);
            return calls.of(Redirect.to("/topics/" + id).saying("topic.revised-now"), id, body, actor);
        } catch (RuleBroken refusal) {
            var stale = topic.version() != expected;
            var page = new RevisionPage(
                    id,
                    topic.version(),
                    title,
                    body,
                    note,
                    stale,
                    stale ? whole(text(topic, actor)) : "",
                    FormErrors.of(refusal));
            return new Page("topic/edit", page).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/topics/{id}/files")
    Redirect attach(@PathVariable UUID id, @RequestParam(required = false) List<MultipartFile> files, Actor actor)
            throws IOException {
        if (!topics.isSource(topics.show(id, actor).id(), actor)) {
            throw new NotAllowed();
        }
        attaching.attach(id, Optional.empty(), Attaching.parts(files), actor);
        return Redirect.to("/topics/" + id + "#files").saying("topic.files.added");
    }

    private Topic mine(UUID id, Actor actor) {
        var topic = topics.show(id, actor);
        if (!topics.isSource(id, actor) || topic.kind().keptByItsFeature() || topics.twoLevels(id, actor)) {
            throw new NotAllowed();
        }
        return topic;
    }

    private static String whole(Text text) {
        return text.title() + "\n\n" + text.body();
    }

    private Text text(Topic topic, Actor actor) {
        return Optional.ofNullable(
                        topics.texts(topic.id(), topic.version(), actor).get(Level.ALL))
                .orElseThrow(NotFound::new);
    }
}
