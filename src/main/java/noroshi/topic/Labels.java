package noroshi.topic;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of a topic's labels: its source changes them with a version, its readers see the change. */
@Service
@Transactional
public class Labels {
    private final Topics topics;
    private final MarkStore marks;
    private final AddressStore addresses;
    private final AuditTrail audit;

    Labels(Topics topics, MarkStore marks, AddressStore addresses, AuditTrail audit) {
        this.topics = topics;
        this.marks = marks;
        this.addresses = addresses;
        this.audit = audit;
    }

    /** How the labels changed after one version and up to another. */
    @Transactional(readOnly = true)
    public Optional<MarksChange> between(UUID id, int after, int upTo, Actor actor) {
        return marks.of(topics.show(id, actor).id()).stream()
                .filter(change -> change.version() > after && change.version() <= upTo)
                .reduce(MarksChange::and)
                .filter(change -> !change.before().equals(change.after()));
    }

    /** The rule that forbids to change the labels like this, if there is one. */
    @Transactional(readOnly = true)
    public Optional<RuleBroken> forbids(UUID id, Marks wanted, Actor actor) {
        var current = topics.show(id, actor);
        return wanted.tlp().compareTo(current.tlp()) < 0 && marks.answered(id)
                ? Optional.of(new RuleBroken("topic.tlp-answered", current.tlp().label()))
                : Optional.empty();
    }

    /** Labels and addresses the current version anew, at once: whom the new label leaves out reads nothing more. */
    public void mark(UUID id, Marks wanted, Set<UUID> audience, Actor actor) {
        var current = topics.show(id, actor);
        if (!topics.isSource(id, actor)) {
            throw new NotAllowed();
        }
        forbids(id, wanted, actor).ifPresent(rule -> {
            throw rule;
        });
        addresses.check(wanted.tlp(), audience);
        var before = Marks.of(current);
        var detail = Map.of("version", current.version(), "before", before, "after", wanted, "audience", audience);
        if (current.hidden()) {
            audit.recordSealed(actor, "topic.marked", id, detail);
        } else {
            audit.record(actor, "topic.marked", id, detail);
        }
        marks.mark(id, wanted, audience);
    }

    /** Whether these are the labels the topic has. */
    @Transactional(readOnly = true)
    public boolean has(UUID id, Marks marks, Actor actor) {
        return Marks.of(topics.show(id, actor)).equals(marks);
    }
}
