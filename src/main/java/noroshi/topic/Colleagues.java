package noroshi.topic;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a window lets read beside those who hold it, and who goes when the window goes. */
@Service
@Transactional
public class Colleagues {
    private final Topics topics;
    private final TopicStore store;
    private final AddressStore addresses;
    private final AuditTrail audit;

    Colleagues(Topics topics, TopicStore store, AddressStore addresses, AuditTrail audit) {
        this.topics = topics;
        this.store = store;
        this.addresses = addresses;
        this.audit = audit;
    }

    /** The people of the actor's organisation whom the actor, as its window, may let read the topic. */
    @Transactional(readOnly = true)
    public List<UUID> absent(UUID id, Actor actor) {
        return store.standing(id).atWindow() ? addresses.absent(id, actor.organisation()) : List.of();
    }

    /** Lets a colleague read what the window received: of a matter its parts, too. */
    public void bringIn(UUID id, UUID colleague, Actor actor) {
        topics.bringIn(id, colleague, actor);
        if (topics.show(id, actor).kind() == Kind.MATTER) {
            topics.parts(id, Level.ALL, actor).stream()
                    .map(TopicRow::id)
                    .filter(part -> absent(part, actor).contains(colleague))
                    .forEach(part -> topics.bringIn(part, colleague, actor));
        }
    }

    /** The source lets an office read no further, and whom its holders brought in; everybody else reads on. */
    public void takeOut(UUID id, UUID office, Actor actor) {
        if (!topics.isSource(topics.show(id, actor).id(), actor)) {
            throw new NotAllowed();
        }
        var current = store.lock(id).orElseThrow(NotFound::new);
        addresses.takeOut(id, office);
        var detail = Map.of("office", office);
        if (current.hidden()) {
            audit.recordSealed(actor, "topic.taken-out", id, detail);
        } else {
            audit.record(actor, "topic.taken-out", id, detail);
        }
    }
}
