package noroshi.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the actor's own organisation opened of what the actor may read; nothing of others. */
@Service
@Transactional(readOnly = true)
public class OwnFigures {
    private final OwnStore own;
    private final AuditTrail audit;
    private final SiteSettings site;

    OwnFigures(OwnStore own, AuditTrail audit, SiteSettings site) {
        this.own = own;
        this.audit = audit;
        this.site = site;
    }

    /** The topics of the period, the newest first. */
    public List<OwnTopic> topics(Period period, Actor actor) {
        return own.topics(actor, Span.of(period, site.tz()));
    }

    /** First openings and sign-ins by day; sign-ins of others only for their administrator. */
    public Days days(Period period, Actor actor) {
        return new Days(own.days(actor, Span.of(period, site.tz()), site.tz()));
    }

    /** Whether the actor administers the organisation they act for. */
    public boolean administers(Actor actor) {
        return own.administers(actor);
    }

    /** For an administrator, each of their own people; for others nobody. */
    public List<Colleague> colleagues(Period period, Actor actor) {
        return own.administers(actor) ? own.colleagues(actor, Span.of(period, site.tz())) : List.of();
    }

    /** For an administrator, what one of their own people opened for the first time; looking is remembered. */
    @Transactional
    public List<Opened> opened(UUID person, Period period, Actor actor) {
        look(person, "opened", period, actor);
        return own.opened(actor, person, Span.of(period, site.tz()));
    }

    /** For an administrator, when one of their own people signed in; looking is remembered. */
    @Transactional
    public List<Instant> logins(UUID person, Period period, Actor actor) {
        look(person, "logins", period, actor);
        return own.logins(actor, person, Span.of(period, site.tz()));
    }

    private void look(UUID person, String what, Period period, Actor actor) {
        if (colleagues(period, actor).stream().noneMatch(each -> each.person().equals(person))) {
            throw new NotFound();
        }
        audit.record(actor, "insight.person-opened", person, Map.of("what", what));
    }

    /** For an administrator, which other organisations opened what theirs shared with its name. */
    public List<OpenedOutside> outside(Period period, Actor actor) {
        if (!own.administers(actor)) {
            throw new NotFound();
        }
        return own.outside(Span.of(period, site.tz()));
    }
}
