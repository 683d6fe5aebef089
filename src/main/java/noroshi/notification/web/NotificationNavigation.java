package noroshi.notification.web;

import noroshi.notification.Notifications;
import noroshi.notification.Outbox;
import noroshi.shared.Role;
import noroshi.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of what one is told, and for those who look after mail, of the outbox. */
@Configuration(proxyBeanMethods = false)
class NotificationNavigation {
    @Bean
    NavItem notificationsInTheNavigation(Notifications notifications) {
        return NavItem.at(5, "notification.nav", "bell", "/notifications")
                .countingLater(notifications::unreadLater)
                .onTop("/notifications/stream");
    }

    @Bean
    NavItem outboxInTheNavigation(Outbox outbox) {
        return NavItem.at(95, "notification.outbox.nav", "send", "/notifications/outbox")
                .onlyFor(actor -> actor.is(Role.ADMINISTRATOR) || actor.is(Role.WATCH_OFFICER))
                .counting(outbox::undelivered);
    }
}
