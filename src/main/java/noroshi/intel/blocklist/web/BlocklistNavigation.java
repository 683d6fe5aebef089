package noroshi.intel.blocklist.web;

import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where block lists are pushed and confirmed. */
@Configuration(proxyBeanMethods = false)
class BlocklistNavigation {
    @Bean
    NavItem blocklistNav() {
        return NavItem.at(58, "blocklist.nav", "shield", "/intel/blocklists");
    }
}
