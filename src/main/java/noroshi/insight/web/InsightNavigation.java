package noroshi.insight.web;

import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the figures stand in the side navigation. */
@Configuration(proxyBeanMethods = false)
class InsightNavigation {
    @Bean
    NavItem insightNav() {
        return NavItem.at(80, "insight.nav", "chart", "/insight");
    }
}
