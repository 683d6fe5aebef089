package noroshi.topic;

import noroshi.membership.PersonMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever moves to another organisation reads nothing any more that was restricted to where they were. */
@Component
class PartWithTopics {
    private final AddressStore addresses;

    PartWithTopics(AddressStore addresses) {
        this.addresses = addresses;
    }

    /** In the transaction of the move. */
    @EventListener
    void when(PersonMoved event) {
        addresses.partWith(event.person());
    }
}
