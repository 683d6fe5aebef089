package noroshi.bulletin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about bulletins ({@code noroshi.bulletin.*}).
 *
 * @param reviewWithin how soon the second review of an urgent release is due
 */
@ConfigurationProperties("noroshi.bulletin")
record BulletinSettings(@DefaultValue("PT4H") Duration reviewWithin) {}
