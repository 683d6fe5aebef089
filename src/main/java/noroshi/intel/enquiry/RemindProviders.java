package noroshi.intel.enquiry;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks providers again who have not answered: once, when a quarter of their time is left. */
@Component
class RemindProviders {
    private final EnquiryStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RemindProviders(EnquiryStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT55S")
    @Transactional
    public void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.remind(now).forEach(enquiry -> events.publishEvent(new OpinionReminded(enquiry, now)));
    }
}
