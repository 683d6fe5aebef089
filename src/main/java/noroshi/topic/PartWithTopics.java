package noroshi.topic;

import noroshi.membership.SeatEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever gives up a seat reads nothing any more that was restricted to where they were. */
@Component
class PartWithTopics {
    private final AddressStore addresses;

    PartWithTopics(AddressStore addresses) {
        this.addresses = addresses;
    }

    /** In the transaction in which the seat ends. */
    @EventListener
    void when(SeatEnded event) {
        addresses.partWith(event.person());
    }
}
