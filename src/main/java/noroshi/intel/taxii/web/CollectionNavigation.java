package noroshi.intel.taxii.web;

import noroshi.shared.Role;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where collections stand in the side navigation: for those who set machines up. */
@Configuration(proxyBeanMethods = false)
class CollectionNavigation {
    @Bean
    NavItem collectionsNav() {
        return NavItem.at(62, "intel.collections.nav", "radar", "/intel/collections")
                .onlyFor(
                        actor -> actor.is(Role.ADMINISTRATOR) || actor.is(Role.ORG_ADMIN) || actor.is(Role.MEMBER_POC));
    }
}
