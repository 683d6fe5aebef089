package noroshi.membership;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Communities let somebody in for the organisation where they sat: whoever sits there no longer is admitted anew. */
@Component
class LeaveCommunities {
    private final MoveStore moves;

    LeaveCommunities(MoveStore moves) {
        this.moves = moves;
    }

    /** In the transaction in which the seat ends. */
    @EventListener
    void when(SeatEnded event) {
        moves.leaveCommunities(event.person());
    }
}
