package noroshi.membership;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells at once when the last who kept an organisation's window is gone, in the transaction of the act. */
@Component
class KeptWindows {
    private final CircleStore circles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeptWindows(CircleStore circles, ApplicationEventPublisher events, Clock clock) {
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    /** Those of the organisations whose window somebody keeps; two who empty one at the same moment wait for each other. */
    Set<UUID> among(Collection<UUID> organisations) {
        circles.lockWindows(organisations);
        return organisations.stream().filter(circles::windowKept).collect(Collectors.toSet());
    }

    /** Tells of those among them whose window nobody keeps now; false where there is none to tell of. */
    boolean tellOfEmptied(Set<UUID> keptBefore) {
        var emptied = keptBefore.stream()
                .filter(organisation -> !circles.windowKept(organisation))
                .toList();
        emptied.forEach(organisation -> events.publishEvent(new WindowEmptied(organisation, clock.instant())));
        return !emptied.isEmpty();
    }
}
