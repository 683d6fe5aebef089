package noroshi.topic.web;

import java.util.Arrays;
import java.util.UUID;
import noroshi.community.Communities;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Conversation;
import noroshi.topic.FollowedCommunities;
import noroshi.topic.Following;
import noroshi.topic.Pins;
import noroshi.topic.Readership;
import noroshi.topic.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Communities rule themselves: their leads pin and moderate with a reason. */
@Controller
class RulingController {
    private final Topics topics;
    private final Conversation conversation;
    private final Readership readership;
    private final Pins pins;
    private final Communities communities;
    private final FollowedCommunities followed;

    RulingController(
            Topics topics,
            Conversation conversation,
            Readership readership,
            Pins pins,
            Communities communities,
            FollowedCommunities followed) {
        this.topics = topics;
        this.conversation = conversation;
        this.readership = readership;
        this.pins = pins;
        this.communities = communities;
        this.followed = followed;
    }

    @PostMapping("/communities/{id}/pins")
    Redirect pin(@PathVariable UUID id, @RequestParam UUID topic, Actor actor) {
        try {
            pins.pin(id, topic, actor);
            return Redirect.to("/topics/" + topic).saying("topic.pinned");
        } catch (RuleBroken refusal) {
            return Redirect.to("/topics/" + topic).saying(refusal.key(), refusal.arguments());
        }
    }

    @DeleteMapping("/communities/{id}/pins")
    Redirect unpin(@PathVariable UUID id, @RequestParam UUID topic, Actor actor) {
        pins.unpin(id, topic, actor);
        return Redirect.to("/communities/" + id).saying("topic.unpinned");
    }

    @PostMapping("/communities/{id}/following")
    Redirect follow(@PathVariable UUID id, @RequestParam(defaultValue = "") String mode, Actor actor) {
        var chosen = Arrays.stream(Following.values())
                .filter(each -> each.name().equals(mode))
                .findFirst();
        followed.follow(id, chosen, actor);
        return Redirect.to("/communities/" + id).saying("topic.following-changed");
    }

    @GetMapping("/topics/{id}/comments/{comment}/removal")
    Page removal(@PathVariable UUID id, @PathVariable UUID comment, Actor actor) {
        var page = removal(id, comment, "", FormErrors.none(), actor);
        readership.look(id, comment, actor);
        return page;
    }

    @PostMapping("/topics/{id}/comments/{comment}/removal")
    Object remove(
            @PathVariable UUID id,
            @PathVariable UUID comment,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        try {
            conversation.moderate(id, comment, reason, actor);
            return Redirect.to("/topics/" + id + "#c-" + comment).saying("topic.moderated");
        } catch (RuleBroken refusal) {
            return removal(id, comment, reason, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page removal(UUID id, UUID comment, String reason, FormErrors errors, Actor actor) {
        var topic = topics.show(id, actor);
        var current = conversation.show(id, comment, actor);
        if (!conversation.moderates(id, actor) || current.removed()) {
            throw new NotAllowed();
        }
        return new Page(
                "topic/moderate", new ModerationPage(id, topic.title(), comment, current.body(), reason, errors));
    }
}
