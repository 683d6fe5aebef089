package noroshi.vendor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the vendors: everybody reads the list, the desk keeps it, a matter goes on with one of it. */
@org.springframework.stereotype.Service
@Transactional
public class Vendors {
    private static final int LONGEST = 2000;

    private final VendorStore vendors;
    private final ConsultationDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    Vendors(VendorStore vendors, ConsultationDesk desk, AuditTrail audit, Clock clock) {
        this.vendors = vendors;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Vendor> all(Actor actor) {
        return vendors.all();
    }

    /** Whether the actor keeps the list. */
    @Transactional(readOnly = true)
    public boolean keeps(Actor actor) {
        return vendors.staff();
    }

    /** Refuses everybody but the desk, before anything they sent is looked at. */
    @Transactional(readOnly = true)
    public void enter(Actor actor) {
        requireStaff();
    }

    /** Refuses whoever reads a matter and does not record with whom it goes on. */
    @Transactional(readOnly = true)
    public void enter(Matter matter, Actor actor) {
        if (!records(matter, actor)) {
            throw new NotAllowed();
        }
    }

    public UUID add(Vendor it, Actor actor) {
        requireStaff();
        vendors.insert(it, clock.instant(), actor);
        audit.record(actor, "vendor.listed", it.id(), Map.of());
        return it.id();
    }

    public void end(UUID id, Actor actor) {
        requireStaff();
        if (!vendors.end(id, clock.instant(), actor)) {
            throw new NotFound();
        }
        audit.record(actor, "vendor.ended", id, Map.of());
    }

    /** With whom a matter went on: for the desk and the reporter's side. */
    @Transactional(readOnly = true)
    public List<HandedOver> of(Matter matter, Actor actor) {
        return vendors.of(matter.topic());
    }

    /** Whether the actor records with whom a matter goes on. */
    @Transactional(readOnly = true)
    public boolean records(Matter matter, Actor actor) {
        return matter.ours() || desk.staff(actor);
    }

    /** The matter goes on with a vendor whom the reporter hired, for what is said in the scope. */
    public void handOver(Matter matter, UUID vendor, String said, Actor actor) {
        enter(matter, actor);
        var scope = said.strip();
        if (scope.isEmpty() || scope.length() > LONGEST || scope.indexOf('\0') >= 0) {
            throw new RuleBroken("vendor.scope-missing", LONGEST);
        }
        if (vendors.all().stream().noneMatch(it -> it.id().equals(vendor))) {
            throw new RuleBroken("vendor.vendor-missing");
        }
        vendors.handOver(matter.topic(), vendor, scope, clock.instant(), actor);
        if (matter.hidden() && matter.ours()) {
            audit.recordSealed(actor, "vendor.handed-over", matter.topic(), Map.of("vendor", vendor));
        } else {
            audit.record(actor, "vendor.handed-over", matter.topic(), Map.of("vendor", vendor));
        }
    }

    private void requireStaff() {
        if (!vendors.staff()) {
            throw new NotFound();
        }
    }
}
