package noroshi.bulletin.web;

import noroshi.bulletin.Bulletins;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of threat information in the navigation. */
@Configuration(proxyBeanMethods = false)
class BulletinNavigation {
    @Bean
    NavItem bulletinsInTheNavigation(Bulletins bulletins) {
        return NavItem.at(30, "bulletin.nav", "shield", "/bulletins")
                .countingLater(bulletins::unread)
                .onTheBar();
    }
}
