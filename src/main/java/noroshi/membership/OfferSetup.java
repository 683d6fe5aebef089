package noroshi.membership;

import java.net.URI;
import java.util.Optional;
import noroshi.cli.FirstStep;
import noroshi.site.SiteSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Offers the set-up link while nobody administers the platform. */
@Component
@EnableConfigurationProperties(MembershipSettings.class)
class OfferSetup implements FirstStep {
    private final FirstAdministrator first;
    private final SiteSettings settings;
    private final boolean demo;

    OfferSetup(FirstAdministrator first, SiteSettings settings, Environment environment) {
        this.first = first;
        this.settings = settings;
        this.demo = environment.getProperty("noroshi.demo", Boolean.class, false);
    }

    @Override
    public Optional<URI> address() {
        if (demo) {
            return Optional.empty();
        }
        var site = settings.url().toString().replaceFirst("/$", "");
        return first.link().map(token -> URI.create(site + "/setup/" + token.text()));
    }
}
