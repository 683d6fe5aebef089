package noroshi.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about what leaves the platform ({@code noroshi.notification.*}).
 *
 * @param patience how long a mail that can wait waits for its reader to see the matter on the site
 * @param giveUp after how long a message that no server takes is given up
 * @param mail the mail server
 */
@ConfigurationProperties("noroshi.notification")
public record NotificationSettings(
        @DefaultValue("PT1M") Duration patience,
        @DefaultValue("P5D") Duration giveUp,
        @DefaultValue Mail mail) {
    /**
     * The server that takes mail from the platform.
     *
     * @param host its name; empty keeps mail in the outbox
     * @param security {@code none}, {@code starttls} or {@code tls}
     * @param user and password, if it asks for them
     * @param from whom readers see as the sender
     * @param bounces where other servers write when they cannot deliver; the sender, if empty
     * @param timeout how long one answer may take; servers that look into a message answer late
     * @param lanes how many connections are open at once
     */
    public record Mail(
            @DefaultValue("") String host,
            @DefaultValue("25") int port,
            @DefaultValue("starttls") Security security,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("noroshi@localhost") String from,
            @DefaultValue("") String bounces,
            @DefaultValue("PT5M") Duration timeout,
            @DefaultValue("4") int lanes) {}

    /** How the way to the server is encrypted; never weaker than asked for. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }
}
