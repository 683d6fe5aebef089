package noroshi.desk.web;

import noroshi.desk.ConsultationDesk;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of the consultation desk in the navigation. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {
    @Bean
    NavItem deskInTheNavigation(ConsultationDesk desk) {
        return NavItem.at(20, "desk.nav", "desk", "/desk")
                .countingLater(desk::waiting)
                .onTheBar();
    }
}
