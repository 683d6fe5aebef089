package noroshi.bulletin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.intel.Citations;
import noroshi.intel.Spelling;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Newest;
import noroshi.topic.Topic;
import noroshi.topic.Topics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for readers: which bulletins they have, and what a version of one says. */
@Service
@Transactional(readOnly = true)
public class Bulletins {
    private final BulletinStore bulletins;
    private final EditionStore editions;
    private final Topics topics;
    private final Journal journal;
    private final Citations citations;

    Bulletins(BulletinStore bulletins, EditionStore editions, Topics topics, Journal journal, Citations citations) {
        this.bulletins = bulletins;
        this.editions = editions;
        this.topics = topics;
        this.journal = journal;
        this.citations = citations;
    }

    /** The bulletins the actor may read, what came or changed last first. */
    public List<BulletinRow> list(Shelf shelf, Window window, Actor actor) {
        return bulletins.rows(shelf, window);
    }

    /** How many bulletins the actor has not opened in their current version, up to a limit. */
    public Supplier<Integer> unread(Actor actor) {
        return topics.unread(Newest.of(Kind.BULLETIN, 1, Level.GENERAL), actor);
    }

    /** One version of a bulletin, as far as the actor may read its topic. */
    public Optional<Edition> edition(UUID topic, int version, Actor actor) {
        return editions.find(topic, version);
    }

    /** What the bulletin named and somebody has taken back since. */
    public Set<Spelling.Form> withdrawn(UUID topic, Actor actor) {
        return citations.withdrawn(topic, actor);
    }

    /** Gives out indicators as machines need them. What may not leave does not; what leaves is remembered. */
    @Transactional
    public Handout handOut(UUID topic, int version, Actor actor) {
        var current = topics.show(topic, actor);
        if (current.tlp() == Tlp.RED) {
            throw new RuleBroken("bulletin.red-stays");
        }
        var edition = editions.find(topic, version).orElseThrow(NotFound::new);
        journal.note(actor, "bulletin.indicators-handed-out", topic, Map.of("version", version));
        var withdrawn = citations.withdrawn(topic, actor);
        return new Handout(
                current,
                edition.content().indicators().stream()
                        .filter(each -> !withdrawn.contains(each.form()))
                        .toList());
    }

    /** Indicators on their way out, with the topic whose marks they carry. */
    public record Handout(Topic topic, List<Indicator> indicators) {}
}
