package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of whoever looks at the board and goes on looking. For the desk: each look proves that its reader works
 * there, and what all of them read alike is asked for once.
 */
@Service
@Transactional(readOnly = true)
public class LookingOn {
    private final ViewStore views;
    private final Triage triage;
    private final ChaseStore chases;
    private final LateWordStore lateWords;
    private final DepartureStore departures;
    private final Deadlines deadlines;
    private final Members members;
    private final RecentBoard recent;
    private final Ledger ledger;

    LookingOn(
            ViewStore views,
            Triage triage,
            ChaseStore chases,
            LateWordStore lateWords,
            DepartureStore departures,
            Deadlines deadlines,
            Members members,
            RecentBoard recent,
            Ledger ledger) {
        this.views = views;
        this.triage = triage;
        this.chases = chases;
        this.lateWords = lateWords;
        this.departures = departures;
        this.deadlines = deadlines;
        this.members = members;
        this.recent = recent;
        this.ledger = ledger;
    }

    /** The board as it stands, or as it stood at a moment, when nobody had anything to do about it. */
    public Moving at(Optional<Instant> moment, Actor actor) {
        var past = moment.filter(ledger.now()::isAfter);
        return past.isEmpty() ? now(pulse()) : then(triage.board(past, actor));
    }

    /** The board as it stands, unless nothing has moved since this pulse. */
    public Optional<Moving> since(String pulse, Actor actor) {
        var now = pulse();
        return now.equals(pulse) ? Optional.empty() : Optional.of(now(now));
    }

    private Moving then(Board board) {
        return new Moving(
                "", board, Set.of(), List.of(), List.of(), List.of(), deadlines.next(), names(board.cards().stream()));
    }

    /** What was asked for once holds while the pulse does, so that each answer is of this pulse or newer. */
    private Moving now(String pulse) {
        var board = triage.live(pulse);
        return new Moving(
                pulse,
                board,
                recent.of("second", pulse, "", () -> Set.copyOf(chases.second()))
                        .value(),
                recent.of("calls", pulse, "", () -> List.copyOf(chases.calls())).value(),
                recent.of("late words", pulse, "", () -> List.copyOf(lateWords.unseen()))
                        .value(),
                recent.of("departures", pulse, "", () -> List.copyOf(departures.open()))
                        .value(),
                recent.of("next", pulse, "", () -> List.copyOf(deadlines.next()))
                        .value(),
                recent.of("names", pulse, board.number(), () -> names(board.cards().stream()))
                        .value());
    }

    private Map<UUID, OrganisationName> names(Stream<Card> cards) {
        return members.organisations(
                cards.flatMap(card -> Stream.concat(Stream.of(card.organisation()), card.agencies().stream()))
                        .collect(Collectors.toSet()));
    }

    /** There is a pulse for the desk alone. */
    private String pulse() {
        var pulse = views.pulse();
        if (pulse.isEmpty()) {
            throw new NotFound();
        }
        return pulse;
    }
}
