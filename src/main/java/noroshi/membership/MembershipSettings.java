package noroshi.membership;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about membership ({@code noroshi.membership.*}).
 *
 * @param recoveryPause how long a confirmed recovery waits, so that the person can still stop it
 * @param dormantAfter after how long without a visit an account is reviewed
 */
@ConfigurationProperties("noroshi.membership")
public record MembershipSettings(
        @DefaultValue("PT1H") Duration recoveryPause,
        @DefaultValue("P90D") Duration dormantAfter) {}
