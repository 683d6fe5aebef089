package noroshi.provider.web;

import noroshi.provider.Providers;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where providers stand in the side navigation. */
@Configuration(proxyBeanMethods = false)
class ProviderNavigation {
    @Bean
    NavItem providersNav() {
        return NavItem.at(63, "provider.nav", "link", "/intel/providers").onlyFor(Providers::mayLook);
    }
}
