package noroshi.intel.life.web;

import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where values are looked up. */
@Configuration(proxyBeanMethods = false)
class IndicatorNavigation {
    @Bean
    NavItem indicatorNav() {
        return NavItem.at(58, "indicator.nav", "signal", "/intel/indicators");
    }
}
