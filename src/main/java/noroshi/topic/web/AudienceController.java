package noroshi.topic.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.community.Audience;
import noroshi.community.Audiences;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Kind;
import noroshi.topic.Topic;
import noroshi.topic.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The source widens or narrows who may read; nobody else can. A bulletin's audience is the newsroom's matter. */
@Controller
@RequestMapping("/topics/{id}/audience")
class AudienceController {
    private static final int SHOWN = 50;

    private final Topics topics;
    private final Audiences audiences;

    AudienceController(Topics topics, Audiences audiences) {
        this.topics = topics;
        this.audiences = audiences;
    }

    @GetMapping
    Page choose(@PathVariable UUID id, Actor actor) {
        var topic = mine(id, actor);
        var audience = audiences.of(topics.audience(id, actor), actor);
        return page(topic, audience, List.copyOf(audience.fields()), "", FormErrors.none(), actor);
    }

    @PostMapping
    Object change(
            @PathVariable UUID id,
            @RequestParam(required = false) Optional<List<String>> audience,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "preview") String step,
            Actor actor) {
        var topic = mine(id, actor);
        var before = audiences.of(topics.audience(id, actor), actor);
        var fields = audience.orElse(List.of());
        try {
            var chosen = audiences.parse(fields, actor);
            chosen.require(topic.tlp());
            if (step.equals("save")) {
                topics.address(id, chosen.principals(), actor);
                return Redirect.to("/topics/" + id).saying("topic.addressed");
            }
            return page(topic, chosen, fields, find, FormErrors.none(), actor);
        } catch (RuleBroken refusal) {
            return page(topic, before, fields, find, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Topic mine(UUID id, Actor actor) {
        var topic = topics.show(id, actor);
        if (!topics.isSource(id, actor)
                || topic.kind() == Kind.BULLETIN
                || topic.kind().keptByItsFeature()) {
            throw new NotAllowed();
        }
        return topic;
    }

    private Page page(
            Topic topic, Audience audience, List<String> fields, String find, FormErrors errors, Actor actor) {
        return new Page(
                "topic/audience",
                new AudiencePage(
                        topic.id(),
                        topic.title(),
                        topic.tlp(),
                        audiences.picker(fields, find, actor),
                        audiences.preview(audience.principals(), Window.page(1, SHOWN), actor),
                        errors));
    }
}
