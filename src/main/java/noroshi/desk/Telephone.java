package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the desk's telephone: whoever has waited too long is called, and so is an agency that is silent. */
@Service
@Transactional
public class Telephone {
    private static final int LONGEST = 2000;

    private final ChaseStore chases;
    private final TicketStore tickets;
    private final MatterStore matters;
    private final TellingStore tellings;
    private final ViewStore views;
    private final RecentBoard recent;
    private final Ledger ledger;

    Telephone(
            ChaseStore chases,
            TicketStore tickets,
            MatterStore matters,
            TellingStore tellings,
            ViewStore views,
            RecentBoard recent,
            Ledger ledger) {
        this.chases = chases;
        this.tickets = tickets;
        this.matters = matters;
        this.tellings = tellings;
        this.views = views;
        this.recent = recent;
        this.ledger = ledger;
    }

    /** Calls to make now, the longest overdue first; nothing for anybody else. */
    @Transactional(readOnly = true)
    public List<Call> calls(Actor actor) {
        return matters.staff()
                ? recent.of("calls", views.pulse(), "", () -> List.copyOf(chases.calls()))
                        .value()
                : List.of();
    }

    /** How many matters wait beyond the second contact: for the desk and the Overall Lead. */
    @Transactional(readOnly = true)
    public int escalated(Actor actor) {
        return chases.escalated();
    }

    /**
     * Writes down what came of a call on the ticket; one that reached nobody stays to be made. Whatever happened to the
     * matter during the call, and whoever reached them first, the words are kept.
     */
    public void called(UUID id, boolean reached, String said, Actor actor) {
        if (!matters.staff()) {
            throw new NotFound();
        }
        var call = chases.lock(id).orElseThrow(NotFound::new);
        var words = said.strip();
        if (words.isEmpty()) {
            throw new RuleBroken("desk.call.words-missing");
        }
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
        var now = ledger.now();
        if (!call.closed()) {
            chases.tried(id, reached, words, now, actor);
        }
        tickets.note(call.matter(), new NewNote(NoteKind.CALL, words, Optional.empty()), null, now, actor);
        if (reached && !call.closed() && !call.clock().asked()) {
            tellings.step(call.matter(), "telephoned", actor, "", now);
        }
        ledger.note(false, call.matter(), "desk.telephoned", Map.of("reached", reached, "clock", call.clock()), actor);
    }
}
