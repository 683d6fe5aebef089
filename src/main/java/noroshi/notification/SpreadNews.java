package noroshi.notification;

import java.time.Clock;
import noroshi.site.SiteSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries what happened to the people it concerns, right after it happened. */
@Component
class SpreadNews {
    private static final int USUAL_HOUR = 8;

    private final HappeningStore happenings;
    private final NotificationSettings settings;
    private final SiteSettings site;
    private final Clock clock;

    SpreadNews(HappeningStore happenings, NotificationSettings settings, SiteSettings site, Clock clock) {
        this.happenings = happenings;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    /** One transaction for each: it is spread to all, or still to be spread. */
    @Scheduled(fixedDelayString = "PT0.3S", initialDelayString = "${noroshi.notification.begins:PT2S}")
    synchronized void run() {
        boolean more;
        do {
            more = spread();
        } while (more);
    }

    private boolean spread() {
        var now = clock.instant();
        return happenings
                .spread(now, DigestHour.after(now, USUAL_HOUR, site.tz()), site.tz(), settings.patience())
                .isPresent();
    }
}
