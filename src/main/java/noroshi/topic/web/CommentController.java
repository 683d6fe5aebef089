package noroshi.topic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Conversation;
import noroshi.topic.Kind;
import noroshi.topic.Reaction;
import noroshi.topic.Readership;
import noroshi.topic.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Readers answer and react. */
@Controller
@RequestMapping("/topics/{id}")
class CommentController {
    private final Topics topics;
    private final Conversation conversation;
    private final Readership readership;
    private final Attaching attaching;
    private final TopicPages pages;
    private final UnsureCalls calls;
    private final Sections sections;

    CommentController(
            Topics topics,
            Conversation conversation,
            Readership readership,
            Attaching attaching,
            TopicPages pages,
            UnsureCalls calls,
            Sections sections) {
        this.sections = sections;
        this.calls = calls;
        this.topics = topics;
        this.conversation = conversation;
        this.readership = readership;
        this.attaching = attaching;
        this.pages = pages;
    }

    @PostMapping("/comments")
    Object comment(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean hidden,
            @RequestParam Optional<UUID> quotes,
            @RequestParam(required = false) List<MultipartFile> files,
            Actor actor)
            throws IOException {
        if (topics.show(id, actor).kind() == Kind.MATTER) {
            // The desk's own thread knows when its speaker is to stay hidden.
            throw new NotAllowed();
        }
        try {
            var comment = attaching.comment(id, body, hidden, quotes, Attaching.parts(files), actor);
            return calls.of(Redirect.to("/topics/" + id + "#c-" + comment), id, body, actor);
        } catch (RuleBroken refusal) {
            var typed =
                    new TopicPage.Typed(body, hidden, quotes.map(UUID::toString).orElse(""), FormErrors.of(refusal));
            var chosen = Reading.level("");
            var opened = readership.open(id, chosen, Set.of(), actor);
            var parts = sections.open(opened.topic(), chosen, actor);
            var wanted = new TopicPages.Wanted(opened.topic(), Optional.empty(), chosen, opened.before(), parts);
            return new Page("topic/show", pages.page(wanted, typed, actor)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/comments/{comment}/edit")
    Page edit(@PathVariable UUID id, @PathVariable UUID comment, HttpServletRequest request, Actor actor) {
        Reading.refusePrefetch(request);
        var page = commentPage(id, comment, Optional.empty(), actor);
        if (!Reading.peeks(request)) {
            readership.look(id, comment, actor);
        }
        return new Page("topic/comment", page);
    }

    @PutMapping("/comments/{comment}")
    Object change(
            @PathVariable UUID id,
            @PathVariable UUID comment,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(name = Seen.FIELD, defaultValue = "") String digest,
            Actor actor) {
        var seen = new Seen(digest);
        try {
            conversation.edit(id, comment, body, seen, actor);
            return calls.of(Redirect.to("/topics/" + id + "#c-" + comment), id, body, actor);
        } catch (RuleBroken refusal) {
            var page = commentPage(id, comment, Optional.of(new Refused(body, refusal, seen)), actor);
            return new Page("topic/comment", page).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private CommentPage commentPage(UUID id, UUID comment, Optional<Refused> refused, Actor actor) {
        var topic = topics.show(id, actor);
        var current = conversation.show(id, comment, actor);
        return new CommentPage(
                topic.id(),
                topic.title(),
                comment,
                current.mine() && !current.removed(),
                refused.map(Refused::body).orElse(current.body()),
                conversation.history(id, comment, actor),
                refused.map(it -> it.errors(current.body())).orElse(FormErrors.none()),
                refused.map(it -> it.seen(Seen.of(current.body()))).orElse(Seen.of(current.body())));
    }

    @DeleteMapping("/comments/{comment}")
    Redirect remove(@PathVariable UUID id, @PathVariable UUID comment, Actor actor) {
        conversation.remove(id, comment, actor);
        return Redirect.to("/topics/" + id + "#thread").saying("topic.comment.removed-now");
    }

    @PostMapping("/reactions")
    Redirect react(@PathVariable UUID id, @RequestParam UUID document, @RequestParam Reaction reaction, Actor actor) {
        conversation.react(id, document, reaction, actor);
        return back(id, document);
    }

    @DeleteMapping("/reactions")
    Redirect unreact(@PathVariable UUID id, @RequestParam UUID document, @RequestParam Reaction reaction, Actor actor) {
        conversation.unreact(id, document, reaction, actor);
        return back(id, document);
    }

    @PostMapping("/answer")
    Redirect accept(@PathVariable UUID id, @RequestParam UUID comment, Actor actor) {
        conversation.accept(id, Optional.of(comment), actor);
        return Redirect.to("/topics/" + id + "#c-" + comment).saying("topic.answer-marked");
    }

    @DeleteMapping("/answer")
    Redirect unaccept(@PathVariable UUID id, Actor actor) {
        conversation.accept(id, Optional.empty(), actor);
        return Redirect.to("/topics/" + id + "#thread");
    }

    private static Redirect back(UUID id, UUID document) {
        return Redirect.to("/topics/" + id + (document.equals(id) ? "#reactions" : "#c-" + document));
    }
}
