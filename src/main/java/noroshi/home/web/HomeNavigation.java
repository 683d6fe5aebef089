package noroshi.home.web;

import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the first page at the top of the navigation. */
@Configuration(proxyBeanMethods = false)
class HomeNavigation {
    @Bean
    NavItem today() {
        return NavItem.at(0, "home.nav", "home", "/").onTheBar();
    }
}
