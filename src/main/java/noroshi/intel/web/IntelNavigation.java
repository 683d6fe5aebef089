package noroshi.intel.web;

import noroshi.shared.Role;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the library stands in the side navigation: for those who work with it at the Centre. */
@Configuration(proxyBeanMethods = false)
class IntelNavigation {
    @Bean
    NavItem intelNav() {
        return NavItem.at(60, "intel.nav", "radar", "/intel")
                .onlyFor(actor -> actor.is(Role.EDITOR)
                        || actor.is(Role.APPROVER)
                        || actor.is(Role.WATCH_OFFICER)
                        || actor.is(Role.ADMINISTRATOR));
    }
}
