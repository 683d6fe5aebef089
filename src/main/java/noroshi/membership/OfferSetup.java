package noroshi.membership;

import noroshi.site.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the set-up link while nobody administers the platform. */
@Component
@EnableConfigurationProperties(MembershipSettings.class)
class OfferSetup {
    private static final Logger START = LoggerFactory.getLogger("noroshi.start");

    private final FirstAdministrator first;
    private final SiteSettings settings;
    private final boolean demo;

    OfferSetup(FirstAdministrator first, SiteSettings settings, Environment environment) {
        this.first = first;
        this.settings = settings;
        this.demo = environment.getProperty("noroshi.demo", Boolean.class, false);
    }

    @EventListener
    void when(AvailabilityChangeEvent<ReadinessState> event) {
        if (demo || event.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        first.link()
                .ifPresent(token -> START.info(
                        "Nobody administers this platform yet. Within one day, open {}/setup/{}",
                        settings.url().toString().replaceFirst("/$", ""),
                        token.text()));
    }
}
