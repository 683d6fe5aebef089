package noroshi.asset;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sees in time which assets end, and that they did; each end is told once. */
@Component
class WatchEnds {
    private final EndStore ends;
    private final AssetSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WatchEnds(EndStore ends, AssetSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.ends = ends;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT50S")
    public void run() {
        var now = clock.instant();
        ends.tellEnds(now, now.plus(settings.tellBefore()))
                .forEach(end ->
                        events.publishEvent(new AssetsEnding(end.organisation(), end.assets(), end.ended(), now)));
    }
}
