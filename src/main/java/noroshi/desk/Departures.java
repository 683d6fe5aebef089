package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of recipients that left in mid-matter: for the reporter's side and the desk. */
@Service
@Transactional
public class Departures {
    private final DepartureStore departures;
    private final MatterStore matters;
    private final Ledger ledger;

    Departures(DepartureStore departures, MatterStore matters, Ledger ledger) {
        this.departures = departures;
        this.matters = matters;
        this.ledger = ledger;
    }

    /** Who left this matter, and who came back, the latest first. */
    @Transactional(readOnly = true)
    public List<Departure> of(Matter matter, Actor actor) {
        return departures.of(matter.topic());
    }

    /** Open matters of which a recipient left and nobody has seen to it. */
    @Transactional(readOnly = true)
    public Set<UUID> matters(Actor actor) {
        return departures.matters();
    }

    /** Somebody takes its place, or nobody has to. */
    public void settle(Matter matter, UUID organisation, Actor actor) {
        if (!matters.staff()) {
            throw new NotFound();
        }
        if (departures.settle(matter.topic(), organisation, ledger.now(), actor)) {
            ledger.note(matter, "desk.departure-settled", Map.of("organisation", organisation), actor);
        }
    }
}
