package noroshi.topic;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.community.Communities;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reader asks the source to share onward; the source answers in one tap, and what was agreed stays attached. */
@Service
@Transactional
public class Forwarding {
    private static final int LONGEST_AUDIENCE = 200;
    private static final int LONGEST_PURPOSE = 1000;

    private final Topics topics;
    private final TopicStore rows;
    private final Communities communities;
    private final OnwardStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Forwarding(
            Topics topics,
            TopicStore rows,
            Communities communities,
            OnwardStore store,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.topics = topics;
        this.rows = rows;
        this.communities = communities;
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What was agreed about a topic; for the source and the asker also what was not, or not yet. */
    @Transactional(readOnly = true)
    public List<Onward> of(UUID topic, Actor actor) {
        return store.of(topics.show(topic, actor).id()).get();
    }

    /** Whether the actor may ask the source: a reader who is not the source, of what has one. */
    @Transactional(readOnly = true)
    public boolean mayAsk(UUID id, Actor actor) {
        var topic = topics.show(id, actor);
        return !topic.withdrawn() && !topic.kind().keptByItsFeature() && !topics.isSource(id, actor);
    }

    /**
     * Asks.
     *
     * @param community one that the actor sits in; empty where the audience is named in words. Of a bulletin it is only
     *     named: who reads a bulletin is for the newsroom, its sources and its second person
     */
    public UUID ask(UUID id, Optional<UUID> community, String audience, String purpose, Actor actor) {
        if (!mayAsk(id, actor)) {
            throw new NotAllowed();
        }
        var whom = community.map(circle -> name(circle, actor)).orElse(audience.strip());
        if (whom.isEmpty() || whom.length() > LONGEST_AUDIENCE) {
            throw new RuleBroken("topic.onward.audience-missing", LONGEST_AUDIENCE);
        }
        var why = purpose.strip();
        if (why.isEmpty() || why.length() > LONGEST_PURPOSE) {
            throw new RuleBroken("topic.onward.purpose-missing", LONGEST_PURPOSE);
        }
        if (store.of(id).get().stream()
                .anyMatch(each -> each.answer().isEmpty() && each.audience().equals(whom) && mine(each, actor))) {
            throw new RuleBroken("topic.onward.asked-already");
        }
        var topic = topics.show(id, actor);
        var opened = topic.kind() == Kind.BULLETIN ? Optional.<UUID>empty() : community;
        var request = store.insert(topic, opened, whom, why, actor, clock.instant());
        audit.record(actor, "topic.onward-asked", id, Map.of("request", request));
        events.publishEvent(new OnwardAsked(id, request, actor.person(), clock.instant()));
        return request;
    }

    /** The source answers; with yes a named community reads it from now on. Once is for ever. */
    public Onward answer(UUID id, UUID request, Onward.Answer answer, Actor actor) {
        var topic = topics.show(id, actor);
        if (!topics.isSource(id, actor)) {
            throw new NotAllowed();
        }
        var asked = store.find(id, request).orElseThrow(NotFound::new);
        if (store.answer(request, answer, clock.instant()) == 0) {
            throw new RuleBroken("topic.onward.answered-already");
        }
        if (answer == Onward.Answer.YES && topic.kind() != Kind.BULLETIN) {
            asked.community().ifPresent(community -> letIn(id, community, actor));
        }
        if (topic.hidden()) {
            audit.recordSealed(actor, "topic.onward-answered", id, Map.of("request", request, "answer", answer));
        } else {
            audit.record(actor, "topic.onward-answered", id, Map.of("request", request, "answer", answer));
        }
        events.publishEvent(new OnwardAnswered(id, request, clock.instant()));
        return asked;
    }

    /** Two answers at once must not undo each other: the audience is read when nobody else changes it. */
    private void letIn(UUID id, UUID community, Actor actor) {
        if (rows.lock(id).isEmpty()) {
            throw new NotFound();
        }
        var wider = new HashSet<>(topics.audience(id, actor));
        wider.add(community);
        topics.address(id, wider, actor);
    }

    /** What waits for the actor's answer, with the titles of the topics. */
    @Transactional(readOnly = true)
    public List<Onward> waiting(Actor actor) {
        return store.waiting();
    }

    /** What the actor asked, the newest first. */
    @Transactional(readOnly = true)
    public List<Onward> asked(Actor actor) {
        return store.askedBy(actor.person());
    }

    private String name(UUID circle, Actor actor) {
        return communities.mine(actor).stream()
                .filter(mine -> mine.id().equals(circle))
                .findFirst()
                .map(mine -> mine.name().in(Words.LOCALES.getFirst()))
                .orElseThrow(NotFound::new);
    }

    private static boolean mine(Onward request, Actor actor) {
        return request.asker().stream().anyMatch(asker -> asker.person().equals(actor.person()));
    }
}
