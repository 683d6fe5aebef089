package noroshi.sanitised;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.DomainEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what was done, and tells who listens, in the transaction of the act. */
@Component
class Diary {
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Diary(AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void note(Actor actor, String act, UUID subject, Map<String, ?> detail) {
        audit.record(actor, act, subject, detail);
    }

    void tell(Actor actor, String act, UUID subject, Map<String, ?> detail, DomainEvent event) {
        note(actor, act, subject, detail);
        events.publishEvent(event);
    }

    /** Who agreed would say whose it was: the answer is always sealed. */
    void answered(String act, UUID manuscript, DomainEvent event, Actor actor) {
        audit.recordSealed(actor, act, manuscript, Map.of());
        events.publishEvent(event);
    }
}
