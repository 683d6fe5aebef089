package noroshi.community;

import noroshi.membership.SeatPassedOn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A colleague takes over from somebody who moves: they sit at once where everybody may join, and ask to be let in where the
 * leads decide.
 */
@Component
class TakeOverSeats {
    private final SeatStore seats;
    private final Happenings happenings;

    TakeOverSeats(SeatStore seats, Happenings happenings) {
        this.seats = seats;
        this.happenings = happenings;
    }

    /** In the transaction of the move. */
    @EventListener
    void when(SeatPassedOn event) {
        seats.takeOver(event.person(), event.successor())
                .forEach(community -> happenings.asked(community, event.successor()));
    }
}
