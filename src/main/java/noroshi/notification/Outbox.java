package noroshi.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of those who look after mail: the administrators and the Centre's duty desk. */
@Service
@Transactional
public class Outbox {
    private static final Duration LATELY = Duration.ofDays(7);

    private final DispatchStore dispatches;
    private final AuditTrail audit;
    private final Clock clock;

    Outbox(DispatchStore dispatches, AuditTrail audit, Clock clock) {
        this.dispatches = dispatches;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the actor looks after mail. */
    @Transactional(readOnly = true)
    public boolean watching(Actor actor) {
        return dispatches.watching();
    }

    /** Messages in a state, or in any, the newest first; for the duty desk those that reached nobody. Looking is remembered. */
    public List<Dispatch> list(Optional<Dispatch.State> state, Window window, Actor actor) {
        require();
        audit.record(
                actor,
                "notification.outbox-opened",
                actor.organisation(),
                Map.of("state", state.map(Enum::name).orElse("")));
        return dispatches.list(state, window);
    }

    /** How many messages of the last days stand where. */
    @Transactional(readOnly = true)
    public Map<Dispatch.State, Integer> counts(Actor actor) {
        require();
        return dispatches.counts(clock.instant().minus(LATELY));
    }

    /** How many messages of the last days reached nobody; nothing for anybody else. */
    @Transactional(readOnly = true)
    public int undelivered(Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR) && !actor.is(Role.WATCH_OFFICER)) {
            return 0;
        }
        var counts = dispatches.counts(clock.instant().minus(LATELY));
        return counts.getOrDefault(Dispatch.State.REFUSED, 0) + counts.getOrDefault(Dispatch.State.GIVEN_UP, 0);
    }

    /** What a message said, where a demonstration kept it; opening it is remembered. */
    public Saying open(UUID mail, Actor actor) {
        var saying = dispatches.saying(mail).orElseThrow(NotFound::new);
        audit.record(actor, "notification.letter-opened", mail, Map.of());
        return saying;
    }

    /** Subject and text of a kept message. */
    public record Saying(UUID person, String subject, String body) {}

    private void require() {
        if (!dispatches.watching()) {
            throw new NotFound();
        }
    }
}
