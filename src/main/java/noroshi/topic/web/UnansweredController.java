package noroshi.topic.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.community.Communities;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.topic.Level;
import noroshi.topic.Unanswered;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every contribution gets an answer: what is still without one is a list for those who look after it. */
@Controller
class UnansweredController {
    private final Unanswered unanswered;
    private final Communities communities;
    private final Bylines bylines;

    UnansweredController(Unanswered unanswered, Communities communities, Bylines bylines) {
        this.unanswered = unanswered;
        this.communities = communities;
        this.bylines = bylines;
    }

    @GetMapping("/topics/unanswered")
    Page show(Actor actor) {
        if (!unanswered.looksAfter(actor)) {
            throw new NotFound();
        }
        var rows = unanswered.topics(Level.valueOf(Ui.level().name()), actor);
        return new Page(
                "topic/unanswered",
                new UnansweredPage(
                        rows,
                        bylines.ofRows(rows),
                        names(actor),
                        unanswered.within().toHours()));
    }

    private Map<UUID, String> names(Actor actor) {
        return communities.mine(actor).stream()
                .collect(Collectors.toMap(mine -> mine.id(), mine -> mine.name().in(Ui.locale())));
    }
}
