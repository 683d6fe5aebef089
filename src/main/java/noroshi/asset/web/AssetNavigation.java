package noroshi.asset.web;

import noroshi.asset.AssetApprovals;
import noroshi.shared.Role;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of the register in the navigation: of members, and of the Centre's watch office. */
@Configuration(proxyBeanMethods = false)
class AssetNavigation {
    @Bean
    NavItem assetsInTheNavigation(AssetApprovals approvals) {
        return NavItem.at(55, "asset.nav", "tag", "/assets")
                .onlyFor(actor -> actor.is(Role.MEMBER_USER) || actor.is(Role.WATCH_OFFICER))
                .counting(actor -> actor.is(Role.WATCH_OFFICER) ? approvals.waiting(actor) : 0);
    }
}
