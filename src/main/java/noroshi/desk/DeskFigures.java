package noroshi.desk;

import java.time.LocalDate;
import java.util.List;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the desk's figures: counted from the matters, so that each number has its list. For the desk. */
@Service
@Transactional(readOnly = true)
public class DeskFigures {
    private static final int LONGEST_YEARS = 20;

    private final CountStore counts;
    private final MatterStore matters;
    private final Ledger ledger;

    DeskFigures(CountStore counts, MatterStore matters, Ledger ledger) {
        this.counts = counts;
        this.matters = matters;
        this.ledger = ledger;
    }

    /** The matters that were opened from one day to another, both included. */
    public List<Counted> of(LocalDate from, LocalDate to, Actor actor) {
        if (!matters.staff()) {
            throw new NotFound();
        }
        if (to.isBefore(from) || from.plusYears(LONGEST_YEARS).isBefore(to)) {
            throw new RuleBroken("desk.figures.period");
        }
        return counts.matters(
                from.atStartOfDay(ledger.zone()).toInstant(),
                to.plusDays(1).atStartOfDay(ledger.zone()).toInstant());
    }

    public LocalDate today() {
        return ledger.today();
    }
}
