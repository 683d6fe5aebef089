package noroshi.intel.enquiry.web;

import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one asks about something suspicious. */
@Configuration(proxyBeanMethods = false)
class EnquiryNavigation {
    @Bean
    NavItem enquiryNav() {
        return NavItem.at(57, "enquiry.nav", "help", "/intel/enquiries");
    }
}
