package noroshi.desk;

import noroshi.membership.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An organisation that is suspended or withdraws leaves the matters it was told of, visibly; it may come back to them. */
@Component
class LeaveMatters {
    private final DepartureStore departures;
    private final Ledger ledger;

    LeaveMatters(DepartureStore departures, Ledger ledger) {
        this.departures = departures;
        this.ledger = ledger;
    }

    /** In the transaction in which it moves. */
    @EventListener
    void when(OrganisationMoved event) {
        switch (event.to()) {
            case SUSPENDED -> departures.leaves(event.organisation(), Departure.As.SUSPENDED, ledger.now());
            case WITHDRAWN -> departures.leaves(event.organisation(), Departure.As.WITHDRAWN, ledger.now());
            case ACTIVE -> departures.returns(event.organisation(), ledger.now());
            case INVITED, APPLIED -> {
                // nobody reads anything yet
            }
        }
    }
}
