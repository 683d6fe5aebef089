package noroshi.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever asked, or the Centre, says above a thread what it came to. */
@Service
@Transactional
public class Summaries {
    private static final int LONGEST = 20_000;

    private final Topics topics;
    private final SummaryStore summaries;
    private final AuditTrail audit;
    private final Clock clock;

    Summaries(Topics topics, SummaryStore summaries, AuditTrail audit, Clock clock) {
        this.topics = topics;
        this.summaries = summaries;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page is going to show it. */
    @Transactional(readOnly = true)
    public void expect(UUID topic, Actor actor) {
        summaries.all(topic);
    }

    /** The summary that stands above the thread now. */
    @Transactional(readOnly = true)
    public Optional<Summary> of(UUID topic, Actor actor) {
        return history(topic, actor).stream()
                .findFirst()
                .filter(newest -> !newest.body().isEmpty());
    }

    /** Every summary that was written, the newest first; an empty one took the earlier away. */
    @Transactional(readOnly = true)
    public List<Summary> history(UUID topic, Actor actor) {
        return summaries.all(topics.show(topic, actor).id()).get();
    }

    /** Whether the actor may write it. */
    @Transactional(readOnly = true)
    public boolean mayWrite(UUID id, Actor actor) {
        var topic = topics.show(id, actor);
        return !topic.withdrawn()
                && !topic.kind().keptByItsFeature()
                && (topics.isSource(id, actor) || topics.atCentre(id, actor));
    }

    private String words(UUID id, Actor actor) {
        return of(id, actor).map(Summary::body).orElse("");
    }

    /** Writes it anew, unless somebody else has done so since it was seen; the earlier words stay in the history. */
    public void write(UUID id, String body, Seen seen, Actor actor) {
        var text = body.strip();
        if (text.isEmpty()) {
            throw new RuleBroken("topic.summary-missing");
        }
        if (text.length() > LONGEST) {
            throw new RuleBroken("topic.comment-too-long", LONGEST);
        }
        if (text.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
        if (!mayWrite(id, actor)) {
            throw new NotAllowed();
        }
        summaries.hold(id);
        var now = words(id, actor);
        if (now.equals(text)) {
            return;
        }
        seen.requireStill(Seen.of(now));
        put(id, text, "topic.summarised", actor);
    }

    /** Takes it away. */
    public void remove(UUID id, Actor actor) {
        if (of(id, actor).isPresent()) {
            put(id, "", "topic.summary-removed", actor);
        }
    }

    private void put(UUID id, String text, String act, Actor actor) {
        var topic = topics.show(id, actor);
        if (!mayWrite(id, actor)) {
            throw new NotAllowed();
        }
        var hidden = topic.hidden() && topics.isSource(id, actor);
        summaries.insert(id, text, hidden ? new Author.Hidden() : known(actor), clock.instant());
        if (hidden) {
            audit.recordSealed(actor, act, id, Map.of());
        } else {
            audit.record(actor, act, id, Map.of());
        }
    }

    private static Author known(Actor actor) {
        return new Author.Known(actor.person(), actor.organisation());
    }
}
