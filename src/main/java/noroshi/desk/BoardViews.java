package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of how the board is looked at. For the desk. */
@Service
@Transactional
public class BoardViews {
    private static final int LONGEST = 40;
    private static final int LONGEST_QUERY = 300;

    private final ViewStore views;
    private final MatterStore matters;
    private final AuditTrail audit;

    BoardViews(ViewStore views, MatterStore matters, AuditTrail audit) {
        this.views = views;
        this.matters = matters;
        this.audit = audit;
    }

    /** The views the actor keeps, by name. */
    @Transactional(readOnly = true)
    public List<SavedView> kept(Actor actor) {
        requireStaff();
        return views.views();
    }

    /** Keeps a view; one of the same name is replaced. */
    public void keep(String called, String query, Actor actor) {
        requireStaff();
        var name = called.strip();
        if (name.isEmpty()) {
            throw new RuleBroken("desk.view.name-missing");
        }
        if (name.length() > LONGEST || query.length() > LONGEST_QUERY || name.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
        views.keep(name, query, actor);
        audit.record(actor, "desk.view-kept", actor.person(), Map.of());
    }

    public void forget(UUID view, Actor actor) {
        requireStaff();
        if (!views.forget(view)) {
            throw new NotFound();
        }
        audit.record(actor, "desk.view-forgotten", view, Map.of());
    }

    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotFound();
        }
    }
}
