package noroshi.topic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Colleagues;
import noroshi.topic.Following;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.Topic;
import noroshi.topic.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A topic is opened, confirmed, followed, taken back. */
@Controller
@RequestMapping("/topics/{id}")
class TopicController {
    private final Topics topics;
    private final Readership readership;
    private final noroshi.topic.Conversation conversation;
    private final TopicPages pages;
    private final LevelMemory memory;
    private final OwnPages ownPages;
    private final Colleagues colleagues;
    private final Sections sections;

    TopicController(
            Topics topics,
            Readership readership,
            noroshi.topic.Conversation conversation,
            TopicPages pages,
            LevelMemory memory,
            OwnPages ownPages,
            Colleagues colleagues,
            Sections sections) {
        this.sections = sections;
        this.topics = topics;
        this.readership = readership;
        this.conversation = conversation;
        this.pages = pages;
        this.memory = memory;
        this.ownPages = ownPages;
        this.colleagues = colleagues;
    }

    @GetMapping
    Object show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String level,
            @RequestParam Optional<Integer> version,
            HttpServletRequest request,
            Actor actor) {
        if (Reading.peeks(request) || Reading.ahead(request)) {
            return peek(id, Reading.level(level), version, request, actor);
        }
        var wanted = Reading.level(level);
        pages.expectOpened(id, actor);
        var opened = readership.open(id, wanted, version, ownPages.kinds(), actor);
        if (!opened.recorded()) {
            var elsewhere = ownPages.of(opened.topic(), actor);
            if (elsewhere.isPresent()) {
                return Redirect.to(elsewhere.get());
            }
            opened = readership.open(id, wanted, version, Set.of(), actor);
        }
        pages.expectBeside(id, actor);
        if (!level.isEmpty()) {
            memory.remember(wanted, actor);
        }
        return page(wanted(opened, version, wanted, actor), actor);
    }

    private TopicPages.Wanted wanted(Readership.Opened opened, Optional<Integer> version, Level wanted, Actor actor) {
        var topic = opened.topic();
        var current = version.filter(number -> number != topic.version()).isEmpty();
        var parts = current ? sections.open(topic, wanted, actor) : List.<TopicPage.Section>of();
        return new TopicPages.Wanted(topic, version, wanted, opened.before(), parts);
    }

    private Object peek(UUID id, Level wanted, Optional<Integer> version, HttpServletRequest request, Actor actor) {
        pages.expect(id, actor);
        var topic = topics.show(id, actor);
        var elsewhere = ownPages.of(topic, actor);
        if (elsewhere.isPresent()) {
            return Redirect.to(elsewhere.get());
        }
        Reading.refusePrefetch(request);
        return page(TopicPages.Wanted.looking(topic, version, wanted), actor);
    }

    private Page page(TopicPages.Wanted wanted, Actor actor) {
        return new Page("topic/show", pages.page(wanted, TopicPage.Typed.NOTHING, actor));
    }

    @PostMapping("/confirmation")
    Redirect confirm(@PathVariable UUID id, @RequestParam int version, Actor actor) {
        readership.confirm(id, version, actor);
        return Redirect.to("/topics/" + id).saying("topic.confirmed");
    }

    @PostMapping("/following")
    Redirect follow(@PathVariable UUID id, @RequestParam Optional<Following> mode, Actor actor) {
        conversation.follow(id, mode, actor);
        return Redirect.to("/topics/" + id).saying("topic.following-changed");
    }

    @GetMapping("/withdrawal")
    Object withdrawal(@PathVariable UUID id, Actor actor) {
        var topic = withdrawable(id, actor);
        return topic.withdrawn()
                ? already(id)
                : new Page("topic/withdraw", new WithdrawalPage(id, topic.title(), "", FormErrors.none()));
    }

    @PostMapping("/withdrawal")
    Object withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        var topic = withdrawable(id, actor);
        if (topic.withdrawn()) {
            return already(id);
        }
        try {
            return topics.withdraw(id, reason, actor)
                    ? Redirect.to("/topics/" + id).saying("topic.withdrawn-now")
                    : already(id);
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("reason", refusal.key(), refusal.arguments());
            return new Page("topic/withdraw", new WithdrawalPage(id, topic.title(), reason, errors))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Topic withdrawable(UUID id, Actor actor) {
        var topic = topics.show(id, actor);
        if (!topics.mayWithdraw(id, actor) || topic.kind() == Kind.MATTER) {
            throw new NotAllowed();
        }
        return topic;
    }

    private static Redirect already(UUID id) {
        return Redirect.to("/topics/" + id).saying("topic.withdrawn-already");
    }

    @PostMapping("/author")
    Page reveal(@PathVariable UUID id, @RequestParam UUID document, Actor actor) {
        var topic = topics.show(id, actor);
        return new Page("topic/author", pages.author(topic, topics.reveal(id, document, actor)));
    }

    @PostMapping("/colleagues")
    Redirect bringIn(@PathVariable UUID id, @RequestParam UUID person, Actor actor) {
        colleagues.bringIn(id, person, actor);
        return Redirect.to(ownPages.of(topics.show(id, actor), actor).orElse("/topics/" + id))
                .saying("topic.colleague-brought-in");
    }
}
