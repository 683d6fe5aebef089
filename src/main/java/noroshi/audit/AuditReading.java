package noroshi.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.Role;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail; each look is an entry itself, in the same transaction. The wall decides a second time. */
@Service
@Transactional
public class AuditReading {
    /** How many entries a file for spreadsheets holds. */
    public static final int MOST = 10_000;

    private final AuditStore entries;
    private final AuditTrail trail;

    AuditReading(AuditStore entries, AuditTrail trail) {
        this.entries = entries;
        this.trail = trail;
    }

    /** How widely the actor may look, the narrowest first. */
    @Transactional(readOnly = true)
    public Set<Breadth> breadths(Actor actor) {
        var breadths = EnumSet.of(Breadth.OWN);
        if (actor.is(Role.ORG_ADMIN)) {
            breadths.add(Breadth.ORGANISATION);
        }
        if (actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR)) {
            breadths.add(Breadth.ALL);
        }
        if (entries.custodian()) {
            breadths.add(Breadth.SEALED);
        }
        return breadths;
    }

    /** What the actor sees when nothing is asked for. */
    @Transactional(readOnly = true)
    public Breadth widest(Actor actor) {
        var breadths = breadths(actor);
        return breadths.contains(Breadth.ALL)
                ? Breadth.ALL
                : breadths.contains(Breadth.ORGANISATION) ? Breadth.ORGANISATION : Breadth.OWN;
    }

    /** One page of entries, the newest first. */
    public List<Entry> look(AuditFilter filter, Window window, Actor actor) {
        var breadth = allowed(filter, actor);
        var found = entries.list(filter, breadth, window, actor);
        remember(filter, breadth, actor);
        return found;
    }

    /** The newest entries to take away, at most {@link #MOST} and as many as asked for. */
    public List<Entry> takeAway(AuditFilter filter, int most, Actor actor) {
        var breadth = allowed(filter, actor);
        var found = entries.newest(filter, breadth, Math.min(most, MOST), actor);
        remember(filter, breadth, actor);
        return found;
    }

    private Breadth allowed(AuditFilter filter, Actor actor) {
        var breadth = filter.breadth().orElseGet(() -> widest(actor));
        if (!breadths(actor).contains(breadth)) {
            throw new NotAllowed();
        }
        return breadth;
    }

    private void remember(AuditFilter filter, Breadth breadth, Actor actor) {
        trail.record(actor, "audit.looked", filter.subject().orElse(actor.organisation()), filter.facts(breadth));
    }
}
