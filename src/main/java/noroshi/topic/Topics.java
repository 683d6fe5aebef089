package noroshi.topic;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the spine: topics are posted, addressed, revised, withdrawn and listed. */
@Service
@Transactional
public class Topics {
    private final TopicStore topics;
    private final TextStore texts;
    private final AddressStore addresses;
    private final MentionStore mentions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Topics(
            TopicStore topics,
            TextStore texts,
            AddressStore addresses,
            MentionStore mentions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.topics = topics;
        this.texts = texts;
        this.addresses = addresses;
        this.mentions = mentions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The topic, if the actor may read it. Showing records nothing; {@link Readership#open} does. */
    @Transactional(readOnly = true)
    public Topic show(UUID id, Actor actor) {
        return topics.readable(id).orElseThrow(NotFound::new);
    }

    /** The texts of a version; one level, or two. A withdrawn topic has none for its readers. */
    @Transactional(readOnly = true)
    public Map<Level, Text> texts(UUID id, int version, Actor actor) {
        show(id, actor);
        return texts.texts(id, version);
    }

    /** Whether the same information is written for two levels. */
    @Transactional(readOnly = true)
    public boolean twoLevels(UUID id, Actor actor) {
        var topic = show(id, actor);
        return texts.texts(id, topic.version()).containsKey(Level.PRO);
    }

    /** The versions, newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(UUID id, Actor actor) {
        return texts.versions(show(id, actor).id());
    }

    /** The parts of a topic that the actor may read; of the others there is no trace. */
    @Transactional(readOnly = true)
    public List<TopicRow> parts(UUID id, Level level, Actor actor) {
        return topics.rows(topics.parts(show(id, actor).id()), level).get();
    }

    /** The newest topics the actor may read. */
    @Transactional(readOnly = true)
    public List<TopicRow> newest(Newest filter, Actor actor) {
        return topics.rows(addresses.newest(filter).get(), filter.level()).get();
    }

    /** These topics as lines of a list, in their order; those the actor may not read are not there. */
    @Transactional(readOnly = true)
    public List<TopicRow> rows(Collection<UUID> ids, Level level, Actor actor) {
        return topics.rows(ids, level).get();
    }

    /** How many topics the actor has not opened in their current version, counted up to a limit. */
    @Transactional(readOnly = true)
    public Supplier<Integer> unread(Newest filter, Actor actor) {
        return addresses.unread(filter);
    }

    /** How much came to the actor through each of these communities since then, day by day. */
    @Transactional(readOnly = true)
    public Supplier<List<Busy>> rhythm(Collection<UUID> communities, Instant since, ZoneId zone, Actor actor) {
        return addresses.rhythm(communities, since, zone);
    }

    /** Whether the actor is the source: its author, or for a bulletin an editor. Only the source changes a topic. */
    @Transactional(readOnly = true)
    public boolean isSource(UUID id, Actor actor) {
        return topics.standing(id).source();
    }

    /** Whether opening the topic is audited: a strict label, or addressed to organisations or people. */
    @Transactional(readOnly = true)
    public boolean restricted(UUID id, Actor actor) {
        return topics.standing(id).restricted();
    }

    /** To whom the source addressed the topic; nobody else is told. */
    @Transactional(readOnly = true)
    public Set<UUID> audience(UUID id, Actor actor) {
        return addresses.audience(show(id, actor).id());
    }

    /** Which of the actor's own principals the topic was addressed to: why they have it. */
    @Transactional(readOnly = true)
    public Set<UUID> reasons(UUID id, Actor actor) {
        return topics.standing(id).reasons();
    }

    /** Posts a topic: from this transaction's end everyone addressed reads the same words. */
    public UUID post(NewTopic topic, Actor actor) {
        if (topic.kind() == Kind.BULLETIN) {
            actor.require(Role.EDITOR, Role.APPROVER);
        }
        if (topic.kind() == Kind.NOTICE) {
            actor.require(Role.WATCH_OFFICER);
        }
        addresses.check(topic.tlp(), topic.audience());
        if (topic.tlp() == Tlp.RED) {
            addresses.requirePerson(actor.person());
        }
        topic.parent().ifPresent(parent -> requireSource(parent, actor));
        var now = clock.instant();
        var id = topics.insert(topic, actor, now);
        addresses.address(id, topic.audience());
        topics.index(id, topic.texts());
        mentions.call(id, id, bodies(topic.texts()), now);
        remember(actor, topic.hidden(), "topic.posted", id, Map.of("tlp", topic.tlp(), "audience", topic.audience()));
        events.publishEvent(new TopicPosted(id, topic.kind(), now));
        return id;
    }

    /** Publishes the next version. */
    public void revise(UUID id, Revision revision, Actor actor) {
        requireSource(id, actor);
        var current = topics.lock(id).orElseThrow(NotFound::new);
        if (current.withdrawn()) {
            throw new RuleBroken("topic.withdrawn");
        }
        if (current.version() != revision.expectedVersion()) {
            throw new RuleBroken("topic.stale", current.version());
        }
        revision.check(texts.texts(id, current.version()));
        var now = clock.instant();
        topics.addVersion(id, current.version() + 1, revision, actor, current.hidden(), now);
        addresses.moveUp(id, now);
        topics.index(id, revision.texts());
        mentions.call(id, id, bodies(revision.texts()), now);
        remember(actor, current.hidden(), "topic.revised", id, Map.of("version", current.version() + 1));
        events.publishEvent(new TopicRevised(id, current.version() + 1, now));
    }

    /** Chooses anew what may be said of the topic where its title may not. */
    public void nameSafely(UUID id, SafeSubject subject, Actor actor) {
        requireSource(id, actor);
        topics.nameSafely(id, subject);
    }

    /** Chooses the audience anew. Only the source widens or narrows. */
    public void address(UUID id, Set<UUID> principals, Actor actor) {
        requireSource(id, actor);
        var current = topics.lock(id).orElseThrow(NotFound::new);
        addresses.check(current.tlp(), principals);
        var before = addresses.audience(id);
        addresses.address(id, principals);
        remember(actor, current.hidden(), "topic.addressed", id, Map.of("before", before, "after", principals));
    }

    /**
     * The author entrusts a topic to an office, which reads it from then on whatever its audience.
     *
     * @param revising whether the holders of the office are its source as the author is; others may only widen it
     */
    public void entrust(UUID id, UUID office, boolean revising, Actor actor) {
        var topic = show(id, actor);
        addresses.entrust(id, office, revising);
        remember(actor, topic.hidden(), "topic.entrusted", id, Map.of("office", office, "revising", revising));
    }

    /** Lets more offices read a topic from its beginning: for the source, and for whom it was entrusted to. */
    public void widen(UUID id, Set<UUID> offices, Actor actor) {
        var topic = show(id, actor);
        addresses.check(topic.tlp(), offices);
        addresses.widen(id, offices);
        var sealed = topic.hidden() && isSource(id, actor);
        remember(actor, sealed, "topic.widened", id, Map.of("by", offices));
    }

    /** A holder of an organisation's window lets a colleague read what the window received. */
    public void bringIn(UUID id, UUID colleague, Actor actor) {
        var current = show(id, actor);
        if (current.kind() == Kind.MATTER && current.hidden()) {
            // A colleague who does not hold the window would speak openly where the organisation is hidden.
            throw new NotAllowed();
        }
        addresses.bringIn(id, colleague);
        audit.record(actor, "topic.colleague-brought-in", id, Map.of("colleague", colleague));
    }

    /** Takes a topic back: out of every list and search at once; its readers find the reason. False if it was already. */
    public boolean withdraw(UUID id, String reason, Actor actor) {
        Text.requireReason(reason);
        var current = show(id, actor);
        if (!mayWithdraw(id, actor)) {
            throw new NotAllowed();
        }
        if (current.withdrawn()) {
            return false;
        }
        addresses.withdraw(id, reason.strip());
        var as = TopicWithdrawn.As.of(topics.standing(id));
        var sealed = current.hidden() && as == TopicWithdrawn.As.SOURCE;
        remember(actor, sealed, "topic.withdrawn", id, Map.of());
        events.publishEvent(new TopicWithdrawn(id, as, sealed ? null : actor.person(), clock.instant()));
        return true;
    }

    /** Whether the actor may take the topic back: its source, the duty desk, or the lead of its communities. */
    @Transactional(readOnly = true)
    public boolean mayWithdraw(UUID id, Actor actor) {
        return isSource(id, actor) || moderates(id, actor);
    }

    /** Whether the actor looks after the topic: on the duty desk, or as lead of all communities it was addressed to. */
    @Transactional(readOnly = true)
    public boolean moderates(UUID id, Actor actor) {
        var standing = topics.standing(id);
        return standing.onDuty() || standing.moderates();
    }

    /** Whether the actor is one of the Centre's people. */
    @Transactional(readOnly = true)
    boolean atCentre(UUID id, Actor actor) {
        return topics.standing(id).atCentre();
    }

    /** Whether the actor is a custodian of what stands with its organisation hidden. */
    @Transactional(readOnly = true)
    public boolean mayReveal(Actor actor) {
        return topics.custodian();
    }

    /** Opens, for a custodian, who stands behind a hidden document of a topic; remembered for ever. */
    public Author.Known reveal(UUID id, UUID document, Actor actor) {
        show(id, actor);
        var known = topics.reveal(id, document).orElseThrow(NotFound::new);
        if (!known.person().equals(actor.person())) {
            audit.recordSealed(actor, "topic.author-revealed", document, Map.of("author", known.person()));
        }
        return known;
    }

    private static String bodies(Map<Level, Text> texts) {
        return String.join("\n\n", texts.values().stream().map(Text::body).toList());
    }

    private void requireSource(UUID id, Actor actor) {
        show(id, actor);
        if (!topics.standing(id).source()) {
            throw new NotAllowed();
        }
    }

    private void remember(Actor actor, boolean sealed, String act, UUID subject, Map<String, ?> detail) {
        if (sealed) {
            audit.recordSealed(actor, act, subject, detail);
        } else {
            audit.record(actor, act, subject, detail);
        }
    }
}
