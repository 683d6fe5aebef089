package noroshi.membership;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Communities let somebody in for the organisation where they sat: whoever sits there no longer is admitted anew, and those
 * who lead what they left are told.
 */
@Component
class LeaveCommunities {
    private final MoveStore moves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeaveCommunities(MoveStore moves, ApplicationEventPublisher events, Clock clock) {
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction in which the seat ends. */
    @EventListener
    void when(SeatEnded event) {
        moves.leaveCommunities(event.person())
                .forEach(community ->
                        events.publishEvent(new CommunityLeft(community, event.person(), clock.instant())));
    }
}
