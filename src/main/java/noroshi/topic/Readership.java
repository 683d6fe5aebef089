package noroshi.topic;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has read what, version by version. Seen is recorded by opening; confirmed is an act of its own. */
@Service
@Transactional
public class Readership {
    private final Topics topics;
    private final TopicStore stored;
    private final ReadingStore readings;
    private final AuditTrail audit;
    private final Changes changes;
    private final Clock clock;

    Readership(
            Topics topics, TopicStore stored, ReadingStore readings, AuditTrail audit, Changes changes, Clock clock) {
        this.topics = topics;
        this.stored = stored;
        this.readings = readings;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Opens the topic for reading: the view is counted, the version is seen, and the opening of a restricted topic is
     * audited, all in this transaction. No record, no reading.
     *
     * @return the topic, and the actor's reading as it was before this opening
     */
    public Opened open(UUID id, Level level, Actor actor) {
        return open(id, new ReadingStore.Way(level, false, Set.of(), Optional.empty()), actor);
    }

    /**
     * The same for the page of a topic, which is read at the level wanted only where it is written for two.
     *
     * @param elsewhere the kinds that are not opened here, but on a page of their own
     */
    public Opened open(UUID id, Level wanted, Set<Kind> elsewhere, Actor actor) {
        return open(id, wanted, Optional.empty(), elsewhere, actor);
    }

    /** The same where another version than the current one may be shown: that one is opened, and no other. */
    public Opened open(UUID id, Level wanted, Optional<Integer> version, Set<Kind> elsewhere, Actor actor) {
        return open(id, new ReadingStore.Way(wanted, true, elsewhere, version), actor);
    }

    private Opened open(UUID id, ReadingStore.Way way, Actor actor) {
        readings.colleagues(id, actor.organisation());
        var opening = readings.open(id, way, actor, clock.instant()).orElseThrow(NotFound::new);
        var topic = opening.topic();
        stored.known(topic, opening.standing());
        var before = opening.before();
        if (opening.recorded() && !before.flatMap(Receipt::version).equals(Optional.of(topic.version()))) {
            changes.opened(actor);
        }
        return new Opened(topic, before, opening.level(), opening.recorded());
    }

    /** Looks into one document of a topic: no view is counted, but into a restricted topic nobody looks unrecorded. */
    public void look(UUID id, UUID document, Actor actor) {
        if (topics.restricted(topics.show(id, actor).id(), actor)) {
            audit.record(actor, "topic.document-opened", document, Map.of("topic", id));
        }
    }

    /**
     * A topic at its opening.
     *
     * @param before how far the reader had come until then
     * @param level what it is read at; {@link Level#ALL} where it has one text
     * @param recorded whether it was opened; not where it is read elsewhere
     */
    public record Opened(Topic topic, Optional<Receipt> before, Level level, boolean recorded) {}

    /** Says: I have seen this version. */
    public void confirm(UUID id, int version, Actor actor) {
        var topic = topics.show(id, actor);
        if (topic.version() != version) {
            throw new RuleBroken("topic.newer-version", topic.version());
        }
        if (readings.confirm(id, version, actor.person(), clock.instant()) == 0) {
            throw new RuleBroken("topic.not-opened");
        }
        audit.record(actor, "topic.confirmed", id, Map.of("version", version));
    }

    /** Marks topics as not new to the actor, who has not opened them; ids they may not read are passed over. */
    public void markSeen(Collection<UUID> ids, Actor actor) {
        readings.setAside(ids, actor, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<Receipt> mine(UUID id, Actor actor) {
        return readings.latest(topics.show(id, actor).id(), actor.person()).get();
    }

    /**
     * The receipts of everyone whose reading the actor may know: their own organisation's, or for the source all. Whoever
     * opens a topic first is often who wrote it: with a hidden organisation the Centre knows no more than its own people's.
     */
    @Transactional(readOnly = true)
    public List<Receipt> receipts(UUID id, Actor actor) {
        return hides(id, actor) ? colleagues(id, actor) : readings.receipts(id);
    }

    /** Whether the topic stands with an organisation hidden that is not the actor's. */
    @Transactional(readOnly = true)
    public boolean hides(UUID id, Actor actor) {
        return topics.show(id, actor).hidden() && !topics.isSource(id, actor);
    }

    /** The receipts of the people of the actor's organisation who may read the topic. */
    @Transactional(readOnly = true)
    public List<Receipt> colleagues(UUID id, Actor actor) {
        return readings.colleagues(topics.show(id, actor).id(), actor.organisation())
                .get();
    }

    /** How far the people of the actor's organisation have come with these topics, as far as each may read them. */
    @Transactional(readOnly = true)
    public List<TeamReading> team(Collection<UUID> ids, Actor actor) {
        return ids.isEmpty()
                ? List.of()
                : readings.team(ids, actor.organisation()).get();
    }

    /** How often the topic was opened; only the Centre may count. */
    @Transactional(readOnly = true)
    public int views(UUID id, Actor actor) {
        return topics.atCentre(topics.show(id, actor).id(), actor) ? readings.views(id) : 0;
    }
}
