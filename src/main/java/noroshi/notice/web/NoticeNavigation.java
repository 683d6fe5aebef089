package noroshi.notice.web;

import noroshi.notice.DutyDesk;
import noroshi.notice.Notices;
import noroshi.shared.Role;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of notices in the navigation; counted are those that wait, for the duty desk the calls to make. */
@Configuration(proxyBeanMethods = false)
class NoticeNavigation {
    @Bean
    NavItem noticesInTheNavigation(Notices notices) {
        return NavItem.at(20, "notice.nav", "inbox", "/notices")
                .onlyFor(actor -> actor.is(Role.MEMBER_USER) && !actor.is(Role.WATCH_OFFICER))
                .countingLater(notices::waiting)
                .onTheBar();
    }

    @Bean
    NavItem noticesOfTheDutyDesk(DutyDesk desk) {
        return NavItem.at(20, "notice.nav.watch", "inbox", "/notices")
                .onlyFor(actor -> actor.is(Role.WATCH_OFFICER))
                .counting(actor -> desk.calls(actor).size())
                .onTheBar();
    }
}
