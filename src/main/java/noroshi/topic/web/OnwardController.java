package noroshi.topic.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.Forwarding;
import noroshi.topic.Level;
import noroshi.topic.Onward;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Readers ask the source to share onward; the source answers. */
@Controller
class OnwardController {
    private final Forwarding forwarding;
    private final Topics topics;
    private final Bylines bylines;
    private final OnwardParts parts;

    OnwardController(Forwarding forwarding, Topics topics, Bylines bylines, OnwardParts parts) {
        this.forwarding = forwarding;
        this.topics = topics;
        this.bylines = bylines;
        this.parts = parts;
    }

    @GetMapping("/topics/onward")
    Page list(Actor actor) {
        var waiting = forwarding.waiting(actor);
        var asked = forwarding.asked(actor);
        return new Page("topic/onward", new OnwardPage(lines(waiting, actor), lines(asked, actor)));
    }

    @GetMapping("/topics/{id}/onward")
    Page begin(@PathVariable UUID id, Actor actor) {
        return form(id, new OnwardForm("", "", ""), FormErrors.none(), actor);
    }

    @PostMapping("/topics/{id}/onward")
    Object ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String purpose,
            Actor actor) {
        try {
            var circle = community.isEmpty() ? Optional.<UUID>empty() : Optional.of(OnwardForm.id(community));
            forwarding.ask(id, circle, audience, purpose, actor);
            return Redirect.to("/topics/" + id + "#onward").saying("topic.onward.asked");
        } catch (RuleBroken refusal) {
            return form(id, new OnwardForm(community, audience, purpose), FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/topics/{id}/onward/{onward}")
    Redirect answer(@PathVariable UUID id, @PathVariable UUID onward, @RequestParam Onward.Answer answer, Actor actor) {
        try {
            var asked = forwarding.answer(id, onward, answer, actor);
            if (answer == Onward.Answer.SANITISED) {
                var circle = asked.community().map(it -> "&community=" + it).orElse("");
                return Redirect.to("/topics/new?parent=" + id + circle).saying("topic.onward.now-write");
            }
            return Redirect.to("/topics/" + id + "#onward").saying("topic.onward.answered");
        } catch (RuleBroken refusal) {
            return Redirect.to("/topics/" + id + "#onward").saying(refusal.key(), refusal.arguments());
        }
    }

    private Page form(UUID id, OnwardForm typed, FormErrors errors, Actor actor) {
        return new Page("topic/ask_onward", parts.form(id, typed, errors, actor));
    }

    private List<OnwardPage.Line> lines(List<Onward> requests, Actor actor) {
        var ids = requests.stream().map(Onward::topic).distinct().toList();
        Map<UUID, TopicRow> rows = topics.rows(ids, Level.valueOf(Ui.level().name()), actor).stream()
                .collect(Collectors.toMap(TopicRow::id, row -> row));
        var names = bylines.of(requests.stream()
                .flatMap(each -> each.asker().stream())
                .map(Author.class::cast)
                .distinct()
                .toList());
        return requests.stream()
                .filter(each -> rows.containsKey(each.topic()))
                .map(each -> new OnwardPage.Line(
                        parts.line(each, names),
                        Optional.ofNullable(rows.get(each.topic()))
                                .map(TopicRow::title)
                                .orElse("")))
                .toList();
    }
}
