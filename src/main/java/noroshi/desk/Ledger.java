package noroshi.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.DomainEvent;
import noroshi.site.SiteSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what was done at the desk, and tells who listens, in the transaction of the act. */
@Component
class Ledger {
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final RecentBoard recent;
    private final Clock clock;
    private final ZoneId zone;

    Ledger(AuditTrail audit, ApplicationEventPublisher events, RecentBoard recent, Clock clock, SiteSettings settings) {
        this.audit = audit;
        this.events = events;
        this.recent = recent;
        this.clock = clock;
        this.zone = settings.tz();
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    ZoneId zone() {
        return zone;
    }

    /** What the reporter's side does on a matter with its organisation hidden is sealed. */
    void note(Matter matter, String act, Map<String, ?> detail, Actor actor) {
        note(matter.hidden() && matter.ours(), matter.topic(), act, detail, actor);
    }

    void note(boolean sealed, java.util.UUID subject, String act, Map<String, ?> detail, Actor actor) {
        moved();
        if (sealed) {
            audit.recordSealed(actor, act, subject, detail);
        } else {
            audit.record(actor, act, subject, detail);
        }
    }

    /** What the pulse does not tell and nobody writes down, such as a remark, is seen at once too. */
    void moved() {
        recent.acted();
    }

    void tell(DomainEvent event) {
        moved();
        events.publishEvent(event);
    }
}
