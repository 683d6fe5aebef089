package noroshi.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar that explains the figures; kept by the Centre, read by everybody. */
@Service
@Transactional
public class Events {
    private static final Role[] KEEPERS = {Role.ADMINISTRATOR, Role.EDITOR, Role.REPORTING, Role.OVERALL_LEAD};

    private final EventStore events;
    private final DayStore days;
    private final AuditTrail audit;

    Events(EventStore events, DayStore days, AuditTrail audit) {
        this.events = events;
        this.days = days;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Event> all(Actor actor) {
        return events.all();
    }

    /** One event, to change it; for those who keep the calendar. */
    @Transactional(readOnly = true)
    public Event show(UUID id, Actor actor) {
        requireKeeper(actor);
        return events.all().stream()
                .filter(event -> event.id().equals(id) && event.kind() != EventKind.EVENT)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Whether the actor keeps the calendar. */
    @Transactional(readOnly = true)
    public boolean mayKeep(Actor actor) {
        return days.atCentre() && List.of(KEEPERS).stream().anyMatch(actor::is);
    }

    public UUID add(NewEvent event, Actor actor) {
        requireKeeper(actor);
        var id = events.insert(event);
        audit.record(actor, "insight.event-added", id, facts(event));
        return id;
    }

    /** Changes it, unless somebody else has done so since it was seen. */
    public void change(UUID id, NewEvent event, Seen seen, Actor actor) {
        requireKeeper(actor);
        var now = events.held(id).orElseThrow(NotFound::new);
        if (!now.what().equals(event)) {
            seen.requireStill(now.seen());
        }
        events.update(id, event);
        audit.record(actor, "insight.event-changed", id, facts(event));
    }

    public void remove(UUID id, Actor actor) {
        var event = show(id, actor);
        events.delete(id);
        audit.record(actor, "insight.event-removed", id, facts(event.what()));
    }

    private void requireKeeper(Actor actor) {
        if (!days.atCentre()) {
            throw new NotFound();
        }
        actor.require(KEEPERS);
    }

    private static Map<String, Object> facts(NewEvent event) {
        return Map.of("kind", event.kind(), "date", event.date());
    }
}
