package noroshi.topic.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.community.AudiencePreview;
import noroshi.community.Audiences;
import noroshi.shared.Actor;
import noroshi.shared.Refusal;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import noroshi.topic.Draft;
import noroshi.topic.Drafts;
import noroshi.topic.Level;
import noroshi.topic.Prose;
import noroshi.topic.Search;
import noroshi.topic.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A member writes a topic: choose readers, see them by name and count, keep it for later, or post it. */
@Controller
class ComposeController {
    static final String FORM = "topic";
    private static final int SHOWN = 50;

    private final Topics topics;
    private final Posting posting;
    private final Drafts drafts;
    private final Audiences audiences;
    private final Search search;
    private final UnsureCalls calls;

    ComposeController(
            Topics topics, Posting posting, Drafts drafts, Audiences audiences, Search search, UnsureCalls calls) {
        this.calls = calls;
        this.search = search;
        this.topics = topics;
        this.posting = posting;
        this.drafts = drafts;
        this.audiences = audiences;
    }

    @GetMapping("/topics/new")
    Page compose(
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String parent,
            Actor actor) {
        var asked = TopicForm.empty(community.isEmpty() ? List.of() : List.of("community:" + community), kind, parent);
        var draft = drafts.find(FORM, asked.parentId(), actor);
        var form = draft.map(it -> TopicForm.of(it.fields())).orElse(asked);
        return page(form, Optional.empty(), draft.map(Draft::savedAt), FormErrors.none(), actor);
    }

    @PostMapping("/topics")
    Object post(
            TopicForm form,
            @RequestParam(defaultValue = "post") String step,
            @RequestParam(required = false) List<MultipartFile> files,
            Actor actor)
            throws IOException {
        return switch (Pressed.of(step)) {
            case Pressed.Find _, Pressed.Similar _ ->
                page(form, Optional.empty(), Optional.empty(), FormErrors.none(), actor);
            case Pressed.Keep _ -> keep(form, !Attaching.parts(files).isEmpty(), actor);
            case Pressed.Preview(var number) -> preview(form, number, actor);
            case Pressed.Post _ -> post(form, Attaching.parts(files), actor);
            case Pressed.Unknown _ -> again(form, new RuleBroken("topic.choice-unknown"), actor);
        };
    }

    private Object post(TopicForm form, List<Attaching.Part> files, Actor actor) {
        try {
            var audience = audiences.parse(form.audience(), actor);
            audience.require(form.label());
            var id = posting.post(form.topic(audience.principals()), files, actor);
            var there = Redirect.to(form.hidden() ? "/communities" : "/topics/" + id);
            return calls.of(there.saying("topic.posted"), id, form.body(), actor);
        } catch (RuleBroken refusal) {
            return again(form, refusal, actor);
        }
    }

    private Object preview(TopicForm form, int number, Actor actor) {
        try {
            var audience = audiences.parse(form.audience(), actor);
            audience.require(form.label());
            var reach = audiences.preview(audience.principals(), Window.page(number, SHOWN), actor);
            return page(form, Optional.of(reach), Optional.empty(), FormErrors.none(), actor);
        } catch (RuleBroken refusal) {
            return again(form, refusal, actor);
        }
    }

    /** A draft holds no files: whoever chose some stays on the form and is told so. */
    private Object keep(TopicForm form, boolean files, Actor actor) {
        try {
            drafts.keep(FORM, form.parentId(), form.fields(), actor);
            if (files) {
                var kept = drafts.find(FORM, form.parentId(), actor).map(Draft::savedAt);
                return page(form, Optional.empty(), kept, FormErrors.none(), actor);
            }
            return Redirect.to("/topics/new" + (form.parent().isEmpty() ? "" : "?parent=" + form.parent()))
                    .saying("topic.kept");
        } catch (RuleBroken refusal) {
            return again(form, refusal, actor);
        }
    }

    @PostMapping("/drafts/discard")
    Redirect discard(@RequestParam Optional<UUID> parent, Actor actor) {
        drafts.find(FORM, parent, actor).ifPresent(draft -> drafts.discard(draft.id(), actor));
        return Redirect.to("/topics/new").saying("topic.draft-discarded");
    }

    private Page again(TopicForm form, RuleBroken refusal, Actor actor) {
        return page(form, Optional.empty(), Optional.empty(), FormErrors.of(refusal), actor)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page page(
            TopicForm form, Optional<AudiencePreview> reach, Optional<Instant> kept, FormErrors errors, Actor actor) {
        Optional<Content> text = reach.map(_ -> Prose.of(form.body()));
        var picker = audiences.picker(form.audience(), form.find(), actor);
        var near = similar(form.title(), actor);
        return new Page(
                "topic/new", new ComposePage(form, picker, parent(form, actor), reach, text, kept, near, errors));
    }

    /** The same for the script that asks while the title is typed. */
    @GetMapping("/topics/similar")
    Page similar(@RequestParam(defaultValue = "") String title, Actor actor, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new Page("topic/parts/similar", similar(title, actor));
    }

    private SimilarPart similar(String title, Actor actor) {
        var level = Level.valueOf(Ui.level().name());
        return new SimilarPart(search.similar(title, level, actor), !title.isBlank());
    }

    private Optional<String> parent(TopicForm form, Actor actor) {
        try {
            return form.parentId().map(id -> topics.show(id, actor).title());
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }
}
