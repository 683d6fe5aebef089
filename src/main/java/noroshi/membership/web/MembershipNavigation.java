package noroshi.membership.web;

import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Membership's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class MembershipNavigation {
    @Bean
    NavItem membersNav() {
        return NavItem.at(80, "membership.members", "people", "/members");
    }
}
