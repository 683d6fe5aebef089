package noroshi.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what belongs together: related matters, the same thing again, one matter split in two. */
@Service
@Transactional
public class Links {
    private final LinkStore links;
    private final ConsultationDesk desk;
    private final MatterStore matters;
    private final ViewStore views;
    private final RecentBoard recent;
    private final Ledger ledger;

    Links(
            LinkStore links,
            ConsultationDesk desk,
            MatterStore matters,
            ViewStore views,
            RecentBoard recent,
            Ledger ledger) {
        this.links = links;
        this.desk = desk;
        this.matters = matters;
        this.views = views;
        this.recent = recent;
        this.ledger = ledger;
    }

    /** What belongs to a matter, the newest first; for the desk. */
    @Transactional(readOnly = true)
    public List<Linked> of(Matter matter, Actor actor) {
        requireStaff();
        return links.of(matter.topic());
    }

    /** Every other matter, those that are not over first: the desk reads all there are. */
    @Transactional(readOnly = true)
    public List<Linked.Other> others(Matter matter, Actor actor) {
        requireStaff();
        return recent.of("others", views.pulse(), "", () -> List.copyOf(links.others())).value().stream()
                .filter(it -> !it.matter().equals(matter.topic()))
                .toList();
    }

    /** Which time it is that the same thing happens. */
    @Transactional(readOnly = true)
    public int occurrence(Matter matter, Actor actor) {
        requireStaff();
        return links.occurrence(matter.topic());
    }

    /** From now on the matter belongs to the other one, as its recurrence, as split from it, or as related. */
    public void link(Matter matter, Matter other, Linked.Kind kind, Actor actor) {
        requireStaff();
        if (matter.topic().equals(other.topic())) {
            throw new RuleBroken("desk.link.itself");
        }
        if (!links.insert(matter.topic(), other.topic(), kind, ledger.now(), actor)) {
            throw new RuleBroken("desk.link.known");
        }
        ledger.note(matter, "desk.matter-linked", Map.of("to", other.topic(), "kind", kind), actor);
    }

    /** A part of a matter becomes one of its own, written down by the desk. */
    public String split(Matter from, NewMatter part, Locale locale, Actor actor) {
        requireStaff();
        var reference = desk.report(part, locale, actor);
        var matter = desk.show(reference, actor);
        if (links.insert(matter.topic(), from.topic(), Linked.Kind.SPLIT, ledger.now(), actor)) {
            ledger.note(matter, "desk.matter-linked", Map.of("to", from.topic(), "kind", Linked.Kind.SPLIT), actor);
        }
        return reference;
    }

    /** They do not belong together after all. */
    public void unlink(Matter matter, Matter other, Actor actor) {
        requireStaff();
        if (!links.delete(matter.topic(), other.topic())) {
            throw new NotFound();
        }
        ledger.note(matter, "desk.matter-unlinked", Map.of("from", other.topic()), actor);
    }

    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotFound();
        }
    }
}
