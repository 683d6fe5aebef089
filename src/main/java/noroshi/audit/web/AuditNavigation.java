package noroshi.audit.web;

import noroshi.shared.Role;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of the audit trail in the navigation of those who answer for others; everybody else finds it in the settings. */
@Configuration(proxyBeanMethods = false)
class AuditNavigation {
    @Bean
    NavItem auditInTheNavigation() {
        return NavItem.at(96, "audit.nav", "eye", "/audit")
                .onlyFor(actor -> actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR) || actor.is(Role.ORG_ADMIN));
    }
}
