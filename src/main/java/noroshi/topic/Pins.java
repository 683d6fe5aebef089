package noroshi.topic;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.community.Communities;
import noroshi.community.Place;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the leads of a community keep at the top of its page. */
@Service
@Transactional
public class Pins {
    private static final int MOST = 5;

    private final Topics topics;
    private final Communities communities;
    private final PinStore pins;
    private final TopicStore rows;
    private final AuditTrail audit;
    private final Clock clock;

    Pins(Topics topics, Communities communities, PinStore pins, TopicStore rows, AuditTrail audit, Clock clock) {
        this.topics = topics;
        this.communities = communities;
        this.pins = pins;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** The pinned topics of a community that the actor may read, the newest pin first. */
    @Transactional(readOnly = true)
    public List<TopicRow> of(UUID community, Level level, Actor actor) {
        return rows.rows(pins.of(community), level).get();
    }

    /** The communities on whose pages a topic is pinned, as far as the actor sits in them. */
    @Transactional(readOnly = true)
    public Set<UUID> of(UUID topic, Actor actor) {
        return pins.where(topics.show(topic, actor).id());
    }

    /** Keeps a topic that came to the community at the top of its page. */
    public void pin(UUID community, UUID topic, Actor actor) {
        requireLead(community, actor);
        if (topics.show(topic, actor).withdrawn()) {
            throw new RuleBroken("topic.withdrawn");
        }
        if (!topics.reasons(topic, actor).contains(community)) {
            throw new NotFound();
        }
        pins.lock(community);
        if (pins.of(community).size() >= MOST) {
            throw new RuleBroken("topic.pins-too-many", MOST);
        }
        pins.insert(community, topic, actor, clock.instant());
        audit.record(actor, "topic.pinned", topic, Map.of("community", community));
    }

    /** It need not stand there any more. */
    public void unpin(UUID community, UUID topic, Actor actor) {
        requireLead(community, actor);
        topics.show(topic, actor);
        if (pins.delete(community, topic) > 0) {
            audit.record(actor, "topic.unpinned", topic, Map.of("community", community));
        }
    }

    /** The community in figures, for those who lead it. */
    @Transactional(readOnly = true)
    public CommunityFigures figures(UUID community, Instant since, Instant before, Actor actor) {
        requireLead(community, actor);
        return pins.figures(community, since, before);
    }

    /** The topics that those figures count, for the same people; the newest first. */
    @Transactional(readOnly = true)
    public List<CommunityTopic> counted(UUID community, Instant since, Instant before, Actor actor) {
        requireLead(community, actor);
        return pins.topics(community, since, before);
    }

    /** Who wrote there with their name, as everybody there reads it; in no order of how much. */
    @Transactional(readOnly = true)
    public List<CommunityWriter> writers(UUID community, Instant since, Instant before, Actor actor) {
        requireLead(community, actor);
        return pins.writers(community, since, before);
    }

    private void requireLead(UUID community, Actor actor) {
        if (communities.show(community, actor).place() != Place.LEAD) {
            throw new NotAllowed();
        }
    }
}
