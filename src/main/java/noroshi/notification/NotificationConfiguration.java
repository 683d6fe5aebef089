package noroshi.notification;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Settings and timetable, and the way mail takes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {
    /** Without a mail server nothing leaves: a demonstration shows in its outbox what would have. */
    @Bean
    Carrier carrier(NotificationSettings settings, Environment environment, MailStore mails) {
        var mail = settings.mail();
        return mail.host().isBlank()
                ? new KeepMail(mails, environment.getProperty("noroshi.demo", Boolean.class, false))
                : new SmtpCarrier(mail);
    }
}
