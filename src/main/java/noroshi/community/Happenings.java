package noroshi.community;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other modules what happened to the seats of a community, with the time it happened. */
@Component
class Happenings {
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Happenings(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void asked(UUID community, UUID person) {
        events.publishEvent(new AdmissionAsked(community, person, clock.instant()));
    }

    void declined(UUID community, UUID person, UUID by) {
        events.publishEvent(new AdmissionDeclined(community, person, by, clock.instant()));
    }

    void seated(UUID community, UUID person, UUID by) {
        events.publishEvent(new SeatTaken(community, person, by, clock.instant()));
    }

    void left(UUID community, UUID person, UUID by) {
        events.publishEvent(new SeatLeft(community, person, by, clock.instant()));
    }

    void named(UUID community, UUID person, boolean leads) {
        events.publishEvent(new LeadNamed(community, person, leads, clock.instant()));
    }
}
