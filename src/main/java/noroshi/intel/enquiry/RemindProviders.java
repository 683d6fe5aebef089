package noroshi.intel.enquiry;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks providers again who have not answered, at set times; when their time is over the Centre hears of it. */
@Component
class RemindProviders {
    private final EnquiryStore store;
    private final EnquirySettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RemindProviders(EnquiryStore store, EnquirySettings settings, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT55S")
    @Transactional
    public void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.remind(now, settings.reminders()).forEach(again -> {
            events.publishEvent(new OpinionReminded(again.enquiry(), now));
            if (again.over()) {
                events.publishEvent(new OpinionOverdue(again.enquiry(), now));
            }
        });
    }
}
